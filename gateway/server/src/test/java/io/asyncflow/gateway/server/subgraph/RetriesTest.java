package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RetriesTest {

    private static final String UNAVAILABLE = "The subgraph products answered with HTTP status 503";
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    @Test
    void asksAgainUntilItIsAnswered() {
        try (var asking = new Asking(new Traffic().retry(2, 10, 0.2));
                var subgraph = answeringAfter(2)) {
            Asking.expect(asking.query(subgraph.url()), "{\"data\":{}}");
            assertThat(subgraph.asked()).hasSize(3);
        }
    }

    @Test
    void stopsAfterSoManyTimes() {
        try (var asking = new Asking(new Traffic().retry(2, 10, 0.2));
                var subgraph = answeringAfter(3)) {
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_HTTP_ERROR", UNAVAILABLE);
            assertThat(subgraph.asked()).hasSize(3);
        }
    }

    @Test
    void sendsNoMutationAgain() {
        try (var asking = new Asking(new Traffic().retry(2, 10, 0.2));
                var subgraph = answeringAfter(1)) {
            Asking.expectError(asking.mutate(subgraph.url()), "SUBGRAPH_HTTP_ERROR", UNAVAILABLE);
            assertThat(subgraph.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500})
    void takesTheSubgraphAtItsWordWhereTimeWillNotHelp(int status) {
        try (var asking = new Asking(new Traffic().retry(2, 10, 0.2));
                var subgraph = FakeSubgraph.answering(status, Map.of(), "no")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_HTTP_ERROR",
                    "The subgraph products answered with HTTP status " + status);
            assertThat(subgraph.asked()).hasSize(1);
        }
    }

    @Test
    void handsOverWhatTheLastAnswerSays() {
        try (var asking = new Asking(new Traffic().retry(1, 10, 0.2));
                var subgraph = FakeSubgraph.answering(503, JSON, "{\"errors\":[]}")) {
            Asking.expect(asking.query(subgraph.url()), "{\"errors\":[]}");
            assertThat(subgraph.asked()).hasSize(2);
        }
    }

    @Test
    void spendsNoMoreThanItsBudget() {
        try (var asking = new Asking(new Traffic().retry(10, 3, 0));
                var subgraph = answeringAfter(1000)) {
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_HTTP_ERROR", UNAVAILABLE);
            assertThat(subgraph.asked()).hasSize(4);
        }
    }

    @Test
    void asksNotAgainWhenThereIsNoTime() {
        try (var asking = new Asking(new Traffic().backoff(Duration.ofSeconds(60)));
                var subgraph = answeringAfter(1000)) {
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_HTTP_ERROR", UNAVAILABLE);
            assertThat(subgraph.asked()).hasSize(1);
        }
    }

    private static FakeSubgraph answeringAfter(int failures) {
        var left = new AtomicInteger(failures);
        return FakeSubgraph.answering((asked, response) -> left.getAndDecrement() > 0
                ? FakeSubgraph.send(response, 503, Map.of(), "later")
                : FakeSubgraph.json(response, "{\"data\":{}}"));
    }
}
