package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.subgraph.traffic.CircuitState;
import io.asyncflow.gateway.supergraph.Graph;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** Which subgraphs are kept when another supergraph is served. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ServedSubgraphsTest {

    private static final String ANSWER = "{\"data\":{}}";
    private static final String NOWHERE = "http://127.0.0.1:1/";

    @AutoClose
    private final Asking asking = new Asking(new Traffic().circuitBreaker(1).idle(Duration.ofMillis(100)));

    @Test
    void keepsTheConnectionsOfASubgraphThatStaysWhereItIs() throws IOException {
        try (var subgraph = new RawSubgraph(RawSubgraph::answerAll)) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            asking.client().serve(List.of(new Graph("OTHER_ID", "products", subgraph.url())));

            Asking.expect(asking.query(subgraph.url()), ANSWER);

            assertThat(subgraph.connections()).isEqualTo(1);
        }
    }

    @Test
    void tellsOfASubgraphOnlyWhereItIsNow() throws IOException {
        try (var subgraph = new RawSubgraph(RawSubgraph::answerAll)) {
            asking.query(NOWHERE).onErrorComplete().block(Asking.PATIENCE);
            assertThat(asking.state().circuit()).isEqualTo(CircuitState.OPEN);

            serve(subgraph.url());
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            asking.query(NOWHERE).onErrorComplete().block(Asking.PATIENCE);

            assertThat(asking.client().states()).hasSize(1);
            assertThat(asking.state().circuit()).isEqualTo(CircuitState.CLOSED);
        }
    }

    @Test
    void letsWhatRunsElsewhereComeToItsEnd() throws Exception {
        var asked = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var closed = new CompletableFuture<Boolean>();
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            asked.countDown();
            Asking.await(go);
            conversation.write(RawSubgraph.ANSWER);
            conversation.awaitEnd();
            closed.complete(true);
        })) {
            Mono<String> running = Asking.started(asking.query(subgraph.url()));
            Asking.await(asked);
            serve(NOWHERE);
            go.countDown();

            Asking.expect(running, ANSWER);
            assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(asking.client().states()).isEmpty();
        }
    }

    @Test
    void warnsOfASubgraphThatCannotBeAsked(CapturedOutput output) {
        serve("");

        assertThat(output).contains("The subgraph products cannot be asked", "override_subgraph_url.products");
    }

    private void serve(String url) {
        asking.client().serve(List.of(new Graph("PRODUCTS", "products", url)));
    }
}
