package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class LimitsTest {

    private static final int LIMIT = 20_000;
    private static final HttpLimitSettings LIMITS = new HttpLimitSettings(
            DataSize.ofBytes(LIMIT),
            DataSize.ofKilobytes(2),
            DataSize.ofKilobytes(4),
            Duration.ofMillis(1000),
            Duration.ofMillis(1500),
            Duration.ofMillis(2500));

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service, SettingsForTests.with(LIMITS));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void takesABodyUpToTheLimit() {
        assertThat(Gateway.send(gateway.post(body(LIMIT))).statusCode()).isEqualTo(200);
        assertThat(service.requests.getFirst().query()).isNotNull();
    }

    @Test
    void refusesALongerBodyAndServesTheNextRequestOnTheSameConnection() {
        try (var wire = gateway.open()) {
            wire.write(Gateway.request(body(LIMIT + 1)));
            assertThat(wire.readUntil("}]}")).startsWith("HTTP/1.1 413 ").contains("CONTENT_TOO_LARGE");

            wire.write(Gateway.request("{\"query\":\"{a}\"}"));
            assertThat(wire.readUntil("}}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void refusesALongerBodyThatDoesNotSayHowLongItIs() {
        try (var wire = gateway.open()) {
            wire.write("POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 30; i++) {
                wire.write("3e8\r\n" + "x".repeat(1000) + "\r\n");
            }
            wire.write("0\r\n\r\n");

            assertThat(wire.readUntil("}]}")).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void refusesALongBodyBeforeItIsSentWhereTheClientAsks() {
        try (var wire = gateway.open()) {
            wire.write("POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 10000000\r\n\r\n");

            assertThat(wire.readAll()).startsWith("HTTP/1.1 413 ");
        }
        try (var wire = gateway.open()) {
            wire.write("POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 15\r\n\r\n");
            wire.readUntil("HTTP/1.1 100 Continue\r\n\r\n");
            wire.write("{\"query\":\"{a}\"}");

            assertThat(wire.readUntil("}}")).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate"})
    void readsCompressedBodies(String encoding) throws IOException {
        byte[] packed = encoding.equals("deflate") ? deflated(body(5000)) : gzipped(body(5000));

        assertThat(post(encoding, packed).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesABombBeforeItGoesOff() throws IOException {
        byte[] bomb = gzipped(" ".repeat(10_000_000));
        assertThat(bomb.length).isLessThan(LIMIT);

        Gateway.assertRefused(post("gzip", bomb), 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void refusesBodiesThatAreNotCompressedAsTheySay() throws IOException {
        byte[] broken = gzipped(body(5000));
        broken[broken.length / 2] ^= 0x55;

        Gateway.assertRefused(post("gzip", "{}".getBytes(StandardCharsets.UTF_8)), 400, "BAD_REQUEST");
        Gateway.assertRefused(post("gzip", broken), 400, "BAD_REQUEST");
        Gateway.assertRefused(post("br", new byte[] {1, 2}), 415, "UNSUPPORTED_MEDIA_TYPE");
        Gateway.assertRefused(post("gzip, gzip", new byte[] {1, 2}), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void compressesLongAnswersForWhoTakesThat() throws IOException {
        String text = "{\"data\":\"" + "x".repeat(10_000) + "\"}";
        service.on("{a}", FakeService.single(text, Outcome.Kind.EXECUTED));

        var packed = Gateway.send(
                gateway.post("{\"query\":\"{a}\"}").header("Accept-Encoding", "br, gzip;q=0.8"),
                HttpResponse.BodyHandlers.ofByteArray());
        var plain = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept-Encoding", "gzip;q=0, br"));
        var brief = Gateway.send(gateway.post("{\"query\":\"{b}\"}").header("Accept-Encoding", "gzip"));

        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
        assertThat(packed.body().length).isLessThan(500);
        assertThat(plain.body()).isEqualTo(text);
        assertThat(brief.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void refusesALongUrlAndALongHeader() {
        assertThat(raw("GET /graphql?query=" + "a".repeat(5000) + " HTTP/1.1\r\nHost: h\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(raw("GET /graphql HTTP/1.1\r\nHost: h\r\nX: " + "a".repeat(5000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0\1\2\3\r\n\r\n", "GET\r\n\r\n", "POST /graphql HTTP/1.1\r\nContent-Length: x\r\n\r\n"})
    void closesAConnectionThatSpeaksNoHttp(String nonsense) {
        assertThat(raw(nonsense)).startsWith("HTTP/1.1 400 ");
        assertThat(Gateway.send(gateway.post("{\"query\":\"{a}\"}")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void cutsOffAHeaderThatComesDropByDrop() throws InterruptedException {
        try (var wire = gateway.open()) {
            var dripping =
                    Thread.startVirtualThread(() -> drip(wire, "POST /graphql HTTP/1.1\r\nX: " + "x".repeat(900)));

            assertThat(wire.readAll()).startsWith("HTTP/1.1 408 ").contains("REQUEST_TIMEOUT");
            dripping.interrupt();
            dripping.join();
        }
    }

    @Test
    void cutsOffABodyThatComesDropByDrop() throws InterruptedException {
        try (var wire = gateway.open()) {
            wire.write(
                    "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n");
            var dripping = Thread.startVirtualThread(() -> drip(wire, "{\"query\":\"" + "x".repeat(800)));

            assertThat(wire.readAll()).startsWith("HTTP/1.1 408 ").contains("REQUEST_TIMEOUT");
            dripping.interrupt();
            dripping.join();
        }
        assertThat(service.requests).isEmpty();
    }

    @Test
    void closesAConnectionOnWhichNothingComes() {
        try (var never = gateway.open();
                var again = gateway.open()) {
            again.write(Gateway.request("{\"query\":\"{a}\"}")).readUntil("}}");

            assertThat(never.readAll()).isEmpty();
            assertThat(again.readAll()).isEmpty();
        }
    }

    @Test
    void leavesConnectionsAloneOnWhichAnAnswerIsAwaited() {
        service.on("{a}", Mono.delay(Duration.ofMillis(3500)).map(_ -> FakeService.TYPENAME));

        assertThat(Gateway.send(gateway.post("{\"query\":\"{a}\"}")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void takesAFewRequestsAheadOfTheirAnswersButNotAnyNumber() {
        service.on("{slow}", Mono.delay(Duration.ofMillis(1000)).map(_ -> FakeService.TYPENAME));
        String slow = Gateway.request("{\"query\":\"{slow}\"}");
        String next = Gateway.request("{\"query\":\"{a}\"}");
        try (var few = gateway.open();
                var many = gateway.open();
                var large = gateway.open()) {
            few.write(slow
                    + next.repeat(20)
                    + next.replace("POST /graphql", "POST /graphql?last").replace("{a}", "{z}"));
            many.write(slow + next.repeat(200));
            large.write(slow + Gateway.request(body(LIMIT)).repeat(3));
            service.on("{z}", FakeService.single("{\"data\":\"last\"}", Outcome.Kind.EXECUTED));

            assertThat(few.readUntil("last\"}")).contains("__typename");
            assertThat(many.readAll()).doesNotContain("__typename");
            assertThat(large.readAll()).doesNotContain("__typename");
        }
    }

    @Test
    void limitsBodiesOverHttp2Too() {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        Gateway.send(client, gateway.post("{\"query\":\"{a}\"}"), HttpResponse.BodyHandlers.ofString());

        var response = Gateway.send(client, gateway.post(body(LIMIT + 1)), HttpResponse.BodyHandlers.ofString());

        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        Gateway.assertRefused(response, 413, "CONTENT_TOO_LARGE");
    }

    @Test
    void answersBatchesInOrderWhereThatIsOn() {
        service.on(
                "{slow}",
                Mono.delay(Duration.ofMillis(100)).map(_ -> FakeService.single("{\"data\":1}", Outcome.Kind.EXECUTED)));
        service.on("{wrong}", FakeService.refused(Outcome.Kind.REFUSED));
        service.on("{live}", new Outcome.Events(Flux.never()));
        service.on("{broken}", Mono.error(new IllegalStateException("secret")));
        try (var batching = Gateway.with(service, SettingsForTests.with(new BatchingSettings(true, 5)))) {
            var response = Gateway.send(batching.post("""
                    [{"query":"{slow}"}, {"query":"{a}"},{"query":"{wrong}"},{"query":"{live}"},{"query":"{broken}"}]"""));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .startsWith("[{\"data\":1},{\"data\":{\"__typename\":\"Query\"}},{\"errors\":[{\"message\":\"no\"")
                    .contains("NOT_ACCEPTABLE", "INTERNAL_SERVER_ERROR")
                    .doesNotContain("secret")
                    .endsWith("]");
            Gateway.assertRefused(
                    Gateway.send(batching.post("[" + "{\"query\":\"{a}\"},".repeat(5) + "{\"query\":\"{a}\"}]")),
                    422,
                    "BATCH_LIMIT_EXCEEDED");
            for (String wrong : new String[] {"[]", "[1]", "[{\"query\":\"{a}\"}", "[{\"query\":\"{a}\"},]", "[[]]"}) {
                Gateway.assertRefused(Gateway.send(batching.post(wrong)), 400, "BAD_REQUEST");
            }
        }
    }

    @Test
    void answersNoBatchesOtherwise() {
        Gateway.assertRefused(Gateway.send(gateway.post("[{\"query\":\"{a}\"}]")), 400, "BATCHING_NOT_ENABLED");
    }

    /** A client that is slow on purpose: its pauses are what is tried. */
    private static void drip(Gateway.Wire wire, String text) {
        try {
            for (int i = 0; i < text.length(); i++) {
                wire.write(text.substring(i, i + 1));
                Thread.sleep(100);
            }
        } catch (AssertionError closed) {
            // The gateway has had enough.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String raw(String text) {
        try (var wire = gateway.open()) {
            return wire.write(text).readAll();
        }
    }

    private HttpResponse<String> post(String encoding, byte[] body) {
        return Gateway.send(gateway.at("/graphql")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", encoding)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private static String body(int length) {
        String start = "{\"query\":\"{";
        String end = "}\"}";
        return start + "a".repeat(length - start.length() - end.length()) + end;
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
