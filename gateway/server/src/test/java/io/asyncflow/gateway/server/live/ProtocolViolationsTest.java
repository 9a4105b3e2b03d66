package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ProtocolViolationsTest {

    private static final WebSocketSettings STRICT = new WebSocketSettings(
            true,
            Duration.ofMillis(500),
            List.of(),
            Duration.ZERO,
            10,
            2,
            DataSize.ofKilobytes(4),
            8,
            SlowConsumer.CLOSE,
            Duration.ofSeconds(5));

    private final FakeService service = new FakeService().streaming("news", Flux.never());
    private final GraphQLSockets sockets = new GraphQLSockets("gateway", service, STRICT, origin -> false);
    private final DisposableServer server =
            HttpServer.create().port(0).handle(sockets).bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private TestClient client() throws InterruptedException {
        return TestClient.open(server.port()).initialised();
    }

    @Test
    void closesASocketThatIsNotInitialisedInTime() {
        try (TestClient client = TestClient.open(server.port())) {
            assertThat(client.closed()).isEqualTo("4408 Connection initialisation timeout");
        }
    }

    @Test
    void leavesASocketOpenThatWasInitialisedInTime() throws InterruptedException {
        try (TestClient client = client();
                TestClient late = TestClient.open(server.port())) {
            late.closed();

            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void closesASocketThatIsInitialisedTwice() throws InterruptedException {
        try (TestClient client = client()) {
            client.send("{\"type\":\"connection_init\"}");

            assertThat(client.closed()).isEqualTo("4429 Too many initialisation requests");
        }
    }

    @Test
    void closesASocketOnWhichOneSubscribesBeforeItIsAcknowledged() {
        try (TestClient client = TestClient.open(server.port())) {
            client.subscribe("1", "news");

            assertThat(client.closed()).isEqualTo("4401 Unauthorized");
            assertThat(service.requests).isEmpty();
        }
    }

    @Test
    void closesASocketOnWhichAnIdIsUsedTwice() throws InterruptedException {
        try (TestClient client = client()) {
            client.subscribe("one", "news").subscribe("\\u006fne", "news");

            assertThat(client.closed()).isEqualTo("4409 Subscriber for one already exists");
        }
    }

    @Test
    void shortensAnIdThatDoesNotFitIntoACloseFrame() throws InterruptedException {
        String id = "ä".repeat(200);
        try (TestClient client = client()) {
            client.subscribe(id, "news").subscribe(id, "news");

            assertThat(client.closed())
                    .startsWith("4409 Subscriber for ää")
                    .endsWith("ä already exists")
                    .hasSizeBetween(60, 123);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "{}",
                "{\"type\":\"start\",\"id\":\"1\",\"payload\":{\"query\":\"{ a }\"}}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}",
                "{\"type\":\"subscribe\",\"payload\":{\"query\":\"{ a }\"}}",
                "{\"type\":\"subscribe\",\"id\":1,\"payload\":{\"query\":\"{ a }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":1}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ a }\",\"query\":\"{ b }\"}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ a }\",\"variables\":[]}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ a }\",\"operationName\":1}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{ a }\",\"extensions\":\"\"}}"
            })
    void closesASocketOnWhichAMessageIsMalformed(String message) throws InterruptedException {
        try (TestClient client = client()) {
            client.send(message);

            assertThat(client.closed()).matches("4400 .+");
        }
    }

    @Test
    void closesASocketOnWhichAMessageIsBinary() throws InterruptedException {
        try (TestClient client = client()) {
            client.sendBinary("{\"type\":\"ping\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(client.closed()).matches("4400 .+");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"graphql-ws", "json"})
    void refusesOtherSubprotocols(String subprotocol) {
        try (TestClient client = TestClient.withSubprotocol(server.port(), subprotocol)) {
            assertThat(client.closed()).isEqualTo("4406 Subprotocol not acceptable");
        }
    }

    @Test
    void refusesFurtherOperationsButKeepsTheSocket() throws InterruptedException {
        try (TestClient client = client()) {
            client.subscribe("1", "news").subscribe("2", "news").subscribe("3", "news");

            assertThat(client.receive()).contains("\"error\",\"id\":\"3\"").contains("TOO_MANY_OPERATIONS");
            service.answering("{ a }", "{\"data\":{}}");
            client.complete("1").subscribe("3", "{ a }");
            assertThat(client.receive()).contains("\"next\",\"id\":\"3\"");
        }
    }

    @Test
    void closesASocketOnWhichAMessageIsTooLarge() throws InterruptedException {
        try (TestClient client = client()) {
            client.send("{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(5000) + "\"}}");

            assertThat(client.closed()).startsWith("1009");
        }
    }

    @Test
    void addsUpTheFramesOfAMessage() throws InterruptedException {
        try (TestClient client = client()) {
            client.sendPart("{\"type\":", false).sendPart("\"ping\"}", true);
            assertThat(client.receive()).isEqualTo("{\"type\":\"pong\"}");

            client.sendPart("{\"type\":\"ping\",\"payload\":{\"a\":\"" + "x".repeat(3000), false)
                    .sendPart("x".repeat(3000) + "\"}}", true);
            assertThat(client.closed()).startsWith("1009");
        }
    }
}
