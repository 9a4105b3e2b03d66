package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/** What becomes of a connection of HTTP/2 on which answers do not come as they should. */
@Timeout(60)
class SilentHttp2Test {

    private static final String ANSWER = "{\"data\":{}}";
    private static final String SLOW = "{\"query\":\"{ slow }\"}";
    private static final String LATE = "The subgraph products did not answer in time";

    @AutoClose
    private final Asking asking =
            new Asking(new Traffic().http2().timeout(Duration.ofSeconds(1)).connections(1, 10));

    @AutoClose
    private final FakeSubgraph subgraph = FakeSubgraph.shaped(
            server -> server.protocol(HttpProtocol.H2C),
            (asked, response) -> asked.body().contains("slow") ? Mono.never() : FakeSubgraph.json(response, ANSWER));

    @Test
    void leavesAConnectionOnWhichNothingComesAnyMore() {
        Asking.expect(asking.query(subgraph.url()), ANSWER);
        Asking.expectError(slow(), "SUBGRAPH_TIMEOUT", LATE);

        Mono.fromSupplier(() -> asking.state().connections())
                .filter(open -> open == 0)
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(5)))
                .block(Asking.PATIENCE);
        Asking.expect(asking.query(subgraph.url()), ANSWER);
    }

    @Test
    void keepsAConnectionOnWhichOthersAreAnswered() {
        Asking.expect(asking.query(subgraph.url()), ANSWER);
        Mono<String> slow = Asking.started(slow());
        Asking.expect(asking.query(subgraph.url()), ANSWER);
        Asking.expectError(slow, "SUBGRAPH_TIMEOUT", LATE);

        assertThat(asking.state().connections()).isEqualTo(1);
    }

    @Test
    void takesAnAnswerThatIsThereBeforeAllOfTheRequest() {
        var hasty = HttpServer.create()
                .protocol(HttpProtocol.H2C)
                .http2Settings(http2 -> http2.maxConcurrentStreams(1).initialWindowSize(1000))
                .handle((request, response) -> FakeSubgraph.json(response, ANSWER))
                .bindNow();
        try {
            String url = "http://127.0.0.1:" + hasty.port() + "/";
            for (int i = 0; i < 3; i++) {
                Asking.expect(
                        asking.send(url, OperationType.MUTATION, "\"" + "x".repeat(1_000_000) + "\"", Caller.UNKNOWN),
                        ANSWER);
            }
        } finally {
            hasty.disposeNow();
        }
    }

    private Mono<String> slow() {
        return asking.send(subgraph.url(), OperationType.QUERY, SLOW, Caller.UNKNOWN);
    }
}
