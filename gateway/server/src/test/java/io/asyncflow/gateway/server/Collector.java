package io.asyncflow.gateway.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Collects spans that come as OTLP's protocol buffers, and reads of them what tests are about. */
final class Collector implements AutoCloseable {

    record Span(String trace, String id, String parent, String name) {}

    private static final int LENGTH_DELIMITED = 2;

    final List<Span> spans = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();

    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post(
                    "/v1/traces",
                    (request, response) -> request.receive()
                            .aggregate()
                            .asByteArray()
                            .doOnNext(body -> {
                                keys.add(request.requestHeaders().get("x-key", ""));
                                collect(ByteBuffer.wrap(body));
                            })
                            .then(response.status(200).send())))
            .bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port() + "/v1/traces";
    }

    /** The request holds resources, which hold scopes, which hold spans. */
    private void collect(ByteBuffer request) {
        fields(
                request,
                (one, resource) -> fields(resource, (two, scope) -> {
                    if (two == 2) {
                        fields(scope, (three, span) -> {
                            if (three == 2) {
                                spans.add(span(span));
                            }
                        });
                    }
                }));
    }

    private static Span span(ByteBuffer span) {
        var texts = new String[6];
        Arrays.fill(texts, "");
        fields(span, (number, value) -> {
            var bytes = new byte[value.remaining()];
            value.get(bytes);
            if (number == 5) {
                texts[number] = new String(bytes, StandardCharsets.UTF_8);
            } else if (number < 5) {
                texts[number] = HexFormat.of().formatHex(bytes);
            }
        });
        return new Span(texts[1], texts[2], texts[4], texts[5]);
    }

    /** Hands on the fields that have a length, and skips the others. */
    private static void fields(ByteBuffer message, BiConsumer<Integer, ByteBuffer> consumer) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            switch (tag & 7) {
                case LENGTH_DELIMITED -> {
                    int length = (int) varint(message);
                    consumer.accept(tag >>> 3, message.slice(message.position(), length));
                    message.position(message.position() + length);
                }
                case 0 -> varint(message);
                case 1 -> message.getLong();
                default -> message.getInt();
            }
        }
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = message.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
