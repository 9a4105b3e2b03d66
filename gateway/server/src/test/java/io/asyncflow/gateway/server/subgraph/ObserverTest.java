package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

class ObserverTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AutoClose
    private final Asking asking = new Asking(
            new SubgraphSettings(
                    new Traffic().settings(), HeaderSettings.DEFAULT, ForwardedForSettings.DEFAULT, Map.of()),
            (request, context) -> new Note(request, context.hasKey("trace") ? context.get("trace") : "none"));

    @Test
    void tellsOfEachRequestAndLetsItCarryTheTrace() {
        try (var subgraph = FakeSubgraph.echoing()) {
            Mono<String> asked = asking.send(
                    subgraph.url(),
                    OperationType.QUERY,
                    Asking.BODY,
                    new Caller(Map.of("traceparent", List.of("the client's"))));
            Asking.expect(
                    asked.contextWrite(context -> context.put("trace", "ours")), "{\"data\":" + Asking.BODY + "}");

            assertThat(seen).containsExactly("products 7", "200 application/json", "OK");
            assertThat(subgraph.asked().getFirst().header("traceparent")).containsExactly("ours");
        }
    }

    @Test
    void tellsWhatWentWrong() {
        try (var subgraph = FakeSubgraph.answering(200, Map.of("content-type", "application/json"), "")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with an empty body");

            assertThat(seen).containsExactly("products 7", "200 application/json", "SUBGRAPH_RESPONSE_INVALID");
        }
    }

    @Test
    void tellsOfAStatusOfFailureAlsoWhereErrorsOfGraphqlAreHandedOn() {
        try (var subgraph =
                FakeSubgraph.answering(401, Map.of("content-type", "application/json"), "{\"errors\":[]}")) {
            Asking.expect(asking.query(subgraph.url()), "{\"errors\":[]}");

            assertThat(seen).containsExactly("products 7", "401 application/json", "SUBGRAPH_HTTP_ERROR");
        }
    }

    @Test
    void tellsWhenNobodyWaitsAnyMore() throws Exception {
        var arrived = new CountDownLatch(1);
        try (var subgraph = FakeSubgraph.answering((asked, response) -> {
            arrived.countDown();
            return Mono.never();
        })) {
            Disposable waiting = asking.query(subgraph.url()).subscribe();
            assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();
            waiting.dispose();

            assertThat(seen).containsExactly("products 7", "CANCELLED");
        }
    }

    private final class Note implements SubgraphObserver.Observation {

        private final String trace;

        Note(SubgraphRequest request, String trace) {
            this.trace = trace;
            seen.add(request.graph().name() + " " + request.fetch());
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("traceparent", trace);
        }

        @Override
        public void answered(int status, HttpHeaders headers) {
            seen.add(status + " " + headers.get("content-type"));
        }

        @Override
        public void ended(String outcome, long nanos) {
            assertThat(nanos).isPositive();
            seen.add(outcome);
        }
    }
}
