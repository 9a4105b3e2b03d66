package io.asyncflow.gateway.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class SlowClientsTest {

    /** More than the buffers of the operating system hold. */
    private static final int EVENTS = 20_000;

    private static final String FILLING = "x".repeat(1000);

    private final FakeService service = new FakeService();
    private final AtomicInteger produced = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private DisposableServer server = serve(SlowConsumer.CLOSE, Duration.ZERO);

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private DisposableServer serve(SlowConsumer slowConsumer, Duration heartbeat) {
        WebSocketSettings settings = new WebSocketSettings(
                true,
                Duration.ofSeconds(3),
                List.of(),
                heartbeat,
                2,
                10,
                DataSize.ofMegabytes(1),
                8,
                slowConsumer,
                Duration.ofSeconds(1));
        return HttpServer.create()
                .port(0)
                .handle(new GraphQLSockets("gateway", service, settings, origin -> false))
                .bindNow();
    }

    private void restart(SlowConsumer slowConsumer, Duration heartbeat) {
        server.disposeNow();
        server = serve(slowConsumer, heartbeat);
    }

    private void flood() {
        service.streaming(
                "flood",
                Flux.range(1, EVENTS)
                        .map(n -> "{\"data\":{\"n\":" + n + ",\"x\":\"" + FILLING + "\"}}")
                        .doOnNext(event -> produced.incrementAndGet())
                        .doFinally(signal -> over.countDown()));
    }

    @Test
    void endsTheSubscriptionOfAClientThatDoesNotKeepUpAndServesItsOthers() throws InterruptedException {
        flood();
        service.answering("{ a }", "{\"data\":{\"a\":1}}");
        try (TestClient client = TestClient.notReading(server.port())) {
            client.send("{\"type\":\"connection_init\"}").subscribe("f", "flood");
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(produced).hasValueLessThan(EVENTS);

            client.subscribe("q", "{ a }").read();
            String message = client.receive();
            while (!message.contains("\"error\"")) {
                message = client.receive();
            }
            assertThat(message).contains("\"id\":\"f\"").contains("SLOW_CONSUMER");
            while (!message.contains("\"complete\"")) {
                message = client.receive();
            }
            assertThat(message).contains("\"id\":\"q\"");
        }
    }

    @Test
    void sendsAllOfABurstToAClientThatReads() throws InterruptedException {
        flood();
        try (TestClient client = TestClient.open(server.port()).initialised()) {
            client.subscribe("f", "flood");
            for (int n = 1; n <= EVENTS; n++) {
                assertThat(client.receive()).contains("\"n\":" + n + ",");
            }
            assertThat(client.receive()).contains("\"complete\"");
        }
    }

    @Test
    void leavesOutTheOldestEventsIfThatIsWished() throws InterruptedException {
        restart(SlowConsumer.DROP_OLDEST, Duration.ZERO);
        flood();
        try (TestClient client = TestClient.notReading(server.port())) {
            client.send("{\"type\":\"connection_init\"}").subscribe("f", "flood");
            assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(produced).hasValue(EVENTS);

            client.read();
            int received = 0;
            String before = "";
            String message = client.receive();
            while (!message.contains("\"complete\"")) {
                received++;
                before = message;
                message = client.receive();
            }
            assertThat(before).contains("\"n\":" + EVENTS + ",");
            assertThat(received).isLessThan(EVENTS);
        }
    }

    @Test
    void closesTheSocketOfAClientThatAsksButNeverReads() {
        try (TestClient client = TestClient.notReading(server.port())) {
            String ping = "{\"type\":\"ping\",\"payload\":{\"x\":\"" + "x".repeat(100_000) + "\"}}";
            int sent = 0;
            try {
                while (sent < 5000) {
                    client.send(ping);
                    sent++;
                }
            } catch (CompletionException gone) {
                // The server closed it.
            }

            assertThat(sent).isLessThan(5000);
        }
    }

    @Test
    void dropsAClientThatIsSilent() throws InterruptedException {
        restart(SlowConsumer.CLOSE, Duration.ofMillis(200));
        try (TestClient client = TestClient.open(server.port()).initialised()) {
            assertThat(client.receive()).isEqualTo("{\"type\":\"ping\"}");
            client.send("{\"type\":\"pong\"}");
            assertThat(client.receive()).isEqualTo("{\"type\":\"ping\"}");

            assertThat(client.closed()).isEqualTo("4499 Terminated");
        }
    }
}
