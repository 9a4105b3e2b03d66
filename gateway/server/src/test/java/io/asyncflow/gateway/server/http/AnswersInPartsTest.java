package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.ClientRequest.Way;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Part;
import io.asyncflow.gateway.executor.Outcome.Patch;
import io.asyncflow.gateway.executor.Outcome.Pending;
import io.asyncflow.gateway.executor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class AnswersInPartsTest {

    private static final String CURRENT = "multipart/mixed;incrementalSpec=v0.2,application/json;q=0.9";
    private static final String EARLIER = "multipart/mixed;deferSpec=20220824,application/json;q=0.9";
    private static final String BOUNDARY = "\r\n--graphql";
    private static final String HEADER = "\r\ncontent-type: application/json; charset=utf-8\r\n\r\n";

    private static final Pending SLOW = new Pending(0, "slow", List.of("user", 1, "na\"me"));
    private static final Pending OTHER = new Pending(1, null, List.of());
    private static final Part FIRST = new Part(Json.of("{\"data\":{\"a\":1}}"), List.of(SLOW, OTHER), List.of(), true);
    private static final Part SECOND = new Part(
            null, List.of(), List.of(new Patch(SLOW, Json.of("{\"b\":2}"), Json.of("[{\"message\":\"m\"}]"))), true);
    private static final Part LAST =
            new Part(null, List.of(), List.of(new Patch(OTHER, null, Json.of("[{\"message\":\"x\"}]"))), false);

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void sendsTheCurrentFormat() {
        service.on("{a}", new Outcome.Incremental(Flux.just(FIRST, SECOND, LAST)));

        var response = ask(CURRENT);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("multipart/mixed; boundary=\"graphql\"; incrementalSpec=v0.2");
        assertThat(response.body())
                .isEqualTo(BOUNDARY
                        + HEADER
                        + "{\"data\":{\"a\":1},\"pending\":[{\"id\":\"0\",\"path\":[\"user\",1,\"na\\\"me\"],\"label\":\"slow\"},"
                        + "{\"id\":\"1\",\"path\":[]}],\"hasNext\":true}"
                        + BOUNDARY
                        + HEADER
                        + "{\"incremental\":[{\"id\":\"0\",\"data\":{\"b\":2},\"errors\":[{\"message\":\"m\"}]}],"
                        + "\"completed\":[{\"id\":\"0\"}],\"hasNext\":true}"
                        + BOUNDARY
                        + HEADER
                        + "{\"completed\":[{\"id\":\"1\",\"errors\":[{\"message\":\"x\"}]}],\"hasNext\":false}"
                        + BOUNDARY
                        + "--\r\n");
    }

    @Test
    void sendsTheEarlierFormat() {
        service.on("{a}", new Outcome.Incremental(Flux.just(FIRST, SECOND, LAST)));

        var response = ask(EARLIER);

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("multipart/mixed; boundary=\"graphql\"; deferSpec=20220824");
        assertThat(response.body())
                .isEqualTo(BOUNDARY
                        + HEADER
                        + "{\"data\":{\"a\":1},\"hasNext\":true}"
                        + BOUNDARY
                        + HEADER
                        + "{\"incremental\":[{\"data\":{\"b\":2},\"path\":[\"user\",1,\"na\\\"me\"],\"label\":\"slow\","
                        + "\"errors\":[{\"message\":\"m\"}]}],\"hasNext\":true}"
                        + BOUNDARY
                        + HEADER
                        + "{\"incremental\":[{\"data\":null,\"path\":[],\"errors\":[{\"message\":\"x\"}]}],\"hasNext\":false}"
                        + BOUNDARY
                        + "--\r\n");
    }

    @Test
    void sendsPartsAsServerSentEvents() {
        service.on("{a}", new Outcome.Incremental(Flux.just(FIRST, LAST)));

        var response = ask("text/event-stream, multipart/mixed");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
        assertThat(response.body())
                .startsWith(":\n\nevent: next\ndata: {\"data\":{\"a\":1},\"pending\":")
                .endsWith("\"hasNext\":false}\n\nevent: complete\ndata:\n\n");
    }

    @Test
    void refusesPartsWhereTheClientDidNotAskForThem() {
        service.on("{a}", new Outcome.Incremental(Flux.just(FIRST, LAST)));

        for (String accept : new String[] {"application/json", "*/*", "multipart/mixed;subscriptionSpec=1.0"}) {
            Gateway.assertRefused(ask(accept), 406, "NOT_ACCEPTABLE");
        }
    }

    @Test
    void tellsTheServiceWhatTheClientTakes() {
        ask("application/json");
        ask(EARLIER);
        ask("text/event-stream");

        assertThat(service.requests)
                .extracting(ClientRequest::way)
                .containsExactly(Way.PLAIN, new Way(false, true, false), Way.OPEN);
    }

    @Test
    void answersInOnePieceWhereThereIsOne() {
        var response = ask(CURRENT);

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @Test
    void answersWithOnePartWhereTheClientTakesNothingElse() {
        var response = ask("multipart/mixed");

        assertThat(response.body())
                .isEqualTo(BOUNDARY + HEADER + "{\"data\":{\"__typename\":\"Query\"}}" + BOUNDARY + "--\r\n");
    }

    @Test
    void completesEachPartAtOnce() {
        var parts = Sinks.many().unicast().<Part>onBackpressureBuffer();
        service.on("{a}", new Outcome.Incremental(parts.asFlux()));
        try (var wire = gateway.open()) {
            wire.write(request(CURRENT, ""));
            parts.tryEmitNext(FIRST);

            wire.readUntil("\"hasNext\":true}" + BOUNDARY);
            parts.tryEmitNext(LAST);
            parts.tryEmitComplete();

            wire.readUntil(BOUNDARY + "\r\n4\r\n--\r\n\r\n0\r\n\r\n");
        }
    }

    @Test
    void sendsTheRestWhenTheServerStops() {
        var parts = Sinks.many().unicast().<Part>onBackpressureBuffer();
        service.on("{a}", new Outcome.Incremental(parts.asFlux()));
        try (var wire = gateway.open()) {
            wire.write(request(CURRENT, ""));
            parts.tryEmitNext(FIRST);
            wire.readUntil("\"hasNext\":true}" + BOUNDARY);

            gateway.endpoint().close();
            parts.tryEmitNext(LAST);
            parts.tryEmitComplete();

            wire.readUntil("\"hasNext\":false}" + BOUNDARY);
        }
    }

    @Test
    void tellsWhatFailsWhenAnAnswerBreaksOff() {
        Flux<Part> broken = Flux.concat(Flux.just(FIRST, SECOND), Flux.error(new IllegalStateException("secret")));
        service.on("{a}", new Outcome.Incremental(broken));

        String current = ask(CURRENT).body();
        String earlier = ask(EARLIER).body();

        assertThat(current)
                .contains("{\"completed\":[{\"id\":\"1\",\"errors\":[{\"message\":")
                .endsWith("}],\"hasNext\":false}" + BOUNDARY + "--\r\n");
        assertThat(earlier).contains("{\"incremental\":[{\"data\":null,\"path\":[],\"errors\":[{\"message\":");
        assertThat(current + earlier).contains("INTERNAL_SERVER_ERROR").doesNotContain("secret");
    }

    @Test
    void compressesEachPartSoThatItCanBeReadAtOnce() throws IOException {
        var parts = Sinks.many().unicast().<Part>onBackpressureBuffer();
        service.on("{a}", new Outcome.Incremental(parts.asFlux()));
        try (var wire = gateway.open()) {
            wire.write(request(CURRENT, "Accept-Encoding: gzip\r\n"));
            wire.readUntil("\r\n\r\n");
            parts.tryEmitNext(FIRST);

            assertThat(inflated(chunk(wire), chunk(wire))).endsWith("\"hasNext\":true}" + BOUNDARY);
        }
    }

    @Test
    void endsACompressedAnswer() throws IOException {
        service.on("{a}", new Outcome.Incremental(Flux.just(FIRST, LAST)));

        var response = Gateway.send(
                gateway.post("{\"query\":\"{a}\"}").header("Accept", CURRENT).header("Accept-Encoding", "gzip"),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        var text = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
        assertThat(new String(text, StandardCharsets.UTF_8)).endsWith("\"hasNext\":false}" + BOUNDARY + "--\r\n");
    }

    @Test
    void cancelsWhatIsPendingWhenTheClientGoes() {
        var cancelled = Sinks.<Boolean>one();
        Flux<Part> parts =
                Flux.concat(Flux.just(FIRST), Flux.<Part>never().doOnCancel(() -> cancelled.tryEmitValue(true)));
        service.on("{a}", new Outcome.Incremental(parts));
        try (var wire = gateway.open()) {
            wire.write(request(CURRENT, "")).readUntil("\"hasNext\":true}");
        }

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    private HttpResponse<String> ask(String accept) {
        return Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", accept));
    }

    private static String request(String accept, String headers) {
        return Gateway.request("{\"query\":\"{a}\"}")
                .replace("Host: h\r\n", "Host: h\r\nAccept: " + accept + "\r\n" + headers);
    }

    private static byte[] chunk(Gateway.Wire wire) {
        int length = Integer.parseInt(wire.readUntil("\r\n").strip(), 16);
        var text = new StringBuilder();
        while (text.length() < length + 2) {
            text.append(wire.read());
        }
        return text.substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String inflated(byte[]... chunks) throws IOException {
        var all = new Bytes(256);
        for (byte[] chunk : chunks) {
            all.add(chunk);
        }
        var text = new StringBuilder();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(all.toArray()))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (EOFException notYetEnded) {
            return text.toString();
        }
        throw new AssertionError("It has ended: " + text);
    }
}
