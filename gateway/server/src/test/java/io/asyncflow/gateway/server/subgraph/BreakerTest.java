package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.subgraph.traffic.CircuitState;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

@Timeout(60)
class BreakerTest {

    private static final int CALLS = 4;
    private static final String ANSWER = "{\"data\":{}}";

    private final AtomicBoolean ill = new AtomicBoolean(true);
    private final AtomicBoolean silent = new AtomicBoolean();
    private final Semaphore arrived = new Semaphore(0);

    @AutoClose
    private final Asking asking = new Asking(new Traffic().circuitBreaker(CALLS));

    @AutoClose
    private final FakeSubgraph subgraph = FakeSubgraph.answering((asked, response) -> {
        if (silent.get()) {
            arrived.release();
            return Mono.never();
        }
        return ill.get()
                ? FakeSubgraph.send(response, 500, Map.of("content-type", "application/json"), "{\"errors\":[]}")
                : FakeSubgraph.json(response, ANSWER);
    });

    @Test
    void leavesAnIllSubgraphAlone() {
        fail(CALLS);

        assertThat(asking.state().circuit()).isEqualTo(CircuitState.OPEN);
        refused(asking, subgraph.url());
        assertThat(subgraph.asked()).hasSize(CALLS);
    }

    @Test
    void triesAgainAfterAWhile() {
        fail(CALLS);
        ill.set(false);
        asking.pass(Duration.ofSeconds(6));

        Asking.expect(asking.query(subgraph.url()), ANSWER);
        assertThat(asking.state().circuit()).isEqualTo(CircuitState.HALF_OPEN);
        Asking.expect(asking.query(subgraph.url()), ANSWER);
        assertThat(asking.state().circuit()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void leavesItAloneWhereItIsStillIll() {
        fail(CALLS);
        asking.pass(Duration.ofSeconds(6));
        fail(2);

        assertThat(asking.state().circuit()).isEqualTo(CircuitState.OPEN);
        refused(asking, subgraph.url());
    }

    @Test
    void isNotKeptHalfOpenByThoseWhoLeave() throws Exception {
        fail(CALLS);
        asking.pass(Duration.ofSeconds(6));
        silent.set(true);
        for (int i = 0; i < 3; i++) {
            Disposable waiting = asking.query(subgraph.url()).subscribe();
            assertThat(arrived.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            waiting.dispose();
        }
        silent.set(false);
        ill.set(false);
        Asking.expect(asking.query(subgraph.url()), ANSWER);
    }

    @Test
    void countsThoseThatDoNotListen() throws IOException {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        String url = "http://127.0.0.1:" + port + "/";
        for (int i = 0; i < CALLS; i++) {
            Asking.expectError(asking.query(url), "SUBGRAPH_UNREACHABLE", "The subgraph products could not be reached");
        }
        refused(asking, url);
    }

    @Test
    void countsThoseThatTakeTooLong() {
        try (var brief = new Asking(new Traffic().circuitBreaker(CALLS).timeout(Duration.ofMillis(100)));
                var slow = FakeSubgraph.answering((asked, response) -> Mono.never())) {
            for (int i = 0; i < CALLS; i++) {
                Asking.expectError(
                        brief.query(slow.url()), "SUBGRAPH_TIMEOUT", "The subgraph products did not answer in time");
            }
            refused(brief, slow.url());
        }
    }

    @Test
    void doesNotMindWhatIsTheClientsFault() {
        for (int status : new int[] {200, 400, 404}) {
            try (var well = FakeSubgraph.answering(
                    status, Map.of("content-type", "application/json"), "{\"errors\":[{\"message\":\"no\"}]}")) {
                for (int i = 0; i < 2 * CALLS; i++) {
                    Asking.expect(asking.query(well.url()), "{\"errors\":[{\"message\":\"no\"}]}");
                }
            }
        }
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            Asking.expect(asking.query(subgraph.url()), "{\"errors\":[]}");
        }
    }

    private static void refused(Asking asking, String url) {
        Asking.expectError(
                asking.query(url),
                "SUBGRAPH_CIRCUIT_OPEN",
                "The subgraph products is not asked, because it failed too often of late");
    }
}
