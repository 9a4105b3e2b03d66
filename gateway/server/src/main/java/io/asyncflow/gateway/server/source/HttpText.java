package io.asyncflow.gateway.server.source;

import io.asyncflow.gateway.server.settings.Durations;
import io.asyncflow.gateway.server.settings.Sizes;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Asks an address and reads the answer as text, within a time and up to a size. */
final class HttpText {

    /** An answer. */
    record Answer(int status, @Nullable String etag, String text) {}

    private final HttpClient client;
    private final Duration timeout;
    private final DataSize maxSize;

    HttpText(HttpClient client, Duration timeout, DataSize maxSize) {
        this.client = client.compress(true);
        this.timeout = timeout;
        this.maxSize = maxSize;
    }

    Mono<Answer> get(String url, Map<String, String> headers) {
        return inTime(with(headers).get().uri(url).response(this::read).single());
    }

    Mono<Answer> post(String url, Map<String, String> headers, String json) {
        var body = ByteBufMono.fromString(Mono.just(json));
        return inTime(with(headers)
                .headers(all -> all.set(HttpHeaderNames.CONTENT_TYPE, "application/json"))
                .post()
                .uri(url)
                .send(body)
                .response(this::read)
                .single());
    }

    private HttpClient with(Map<String, String> headers) {
        return client.headers(all -> headers.forEach(all::set));
    }

    private Mono<Answer> inTime(Mono<Answer> answer) {
        return answer.timeout(timeout)
                .onErrorMap(
                        TimeoutException.class,
                        _ -> new SourceException("it did not answer within " + Durations.print(timeout)));
    }

    private Mono<Answer> read(HttpClientResponse response, ByteBufFlux content) {
        int status = response.status().code();
        String etag = response.responseHeaders().get(HttpHeaderNames.ETAG);
        return content.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, this::append)
                .map(bytes -> new Answer(status, etag, decode(bytes.toByteArray())));
    }

    private ByteArrayOutputStream append(ByteArrayOutputStream all, byte[] chunk) {
        if (all.size() + (long) chunk.length > maxSize.toBytes()) {
            throw new SourceException("its answer is larger than " + Sizes.print(maxSize));
        }
        all.writeBytes(chunk);
        return all;
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            throw new SourceException("its answer is not UTF-8 text");
        }
    }
}
