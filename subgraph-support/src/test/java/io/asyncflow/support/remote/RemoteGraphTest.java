package io.asyncflow.support.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class RemoteGraphTest {

    private static final String LAST = "{\"hasNextPage\": false, \"endCursor\": null}";

    private final ScriptedGraph graph = new ScriptedGraph();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        graph.close();
    }

    @Test
    void readsPageAfterPage() {
        graph.answersPage("[1, 2]", "{\"hasNextPage\": true, \"endCursor\": \"two\"}")
                .answersPage("[3]", LAST);

        StepVerifier.create(graph.client().nodes("query", Map.of(), "things").map(JsonNode::asInt))
                .expectNext(1, 2, 3)
                .verifyComplete();

        assertThat(graph.asked().stream()
                        .map(variables -> variables.path("after").asString(""))
                        .toList())
                .isEqualTo(List.of("", "two"));
    }

    @Test
    void repeatsWhatFailed() {
        graph.fails(2).answersPage("[7]", LAST);

        StepVerifier.create(graph.client().nodes("query", Map.of(), "things").map(JsonNode::asInt))
                .expectNext(7)
                .verifyComplete();
    }

    @Test
    void stopsWhereTheCursorLeadsBack() {
        String circle = "{\"hasNextPage\": true, \"endCursor\": \"here\"}";
        graph.answersPage("[1]", circle).answersPage("[2]", circle);

        StepVerifier.create(graph.client().pages("query", Map.of(), "things"))
                .expectNextCount(1)
                .thenConsumeWhile(_ -> true)
                .verifyErrorSatisfies(failure -> assertThat(failure).hasMessageContaining("not its cursor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "<html>",
                "{\"data\": null}",
                "{\"data\": {}}",
                "7",
                "{\"errors\": [{}]}",
                "{\"errors\": [7], \"data\": {}}",
                "{\"data\": [1]}",
                "{\"data\": {\"things\": null}}",
                "{\"data\": {\"things\": {\"nodes\": {}}}}",
                "{\"data\": {\"things\": {\"nodes\": []}}}",
                "{\"data\": {\"things\": {\"nodes\": [], \"pageInfo\": {\"hasNextPage\": \"no\"}}}}",
                "{\"data\": {\"things\": {\"nodes\": [], \"pageInfo\": {\"hasNextPage\": true, \"endCursor\": null}}}}",
                "{\"errors\": [{\"message\": \"no\"}], \"data\": {\"things\": {\"nodes\": []}}}"
            })
    void refusesWhatIsNoAnswer(String body) {
        graph.answers(body).answers(body).answers(body);

        StepVerifier.create(graph.client().pages("query", Map.of(), "things")).verifyError(RemoteGraphException.class);
    }

    @Test
    void readsAnEmptyList() {
        graph.answersPage("[]", LAST);

        StepVerifier.create(graph.client().nodes("query", Map.of(), "things")).verifyComplete();
    }

    @Test
    void reportsTheFirstErrorOfTheAnswer() {
        String answer = "{\"data\": null, \"errors\": [{\"message\": \"no such field\"}]}";
        graph.answers(answer).answers(answer).answers(answer);

        refused(graph.client().query("query", Map.of()), "scripted answered with an error: no such field");
    }

    @Test
    void givesUpAfterThreeAttempts() {
        graph.fails(4);

        refused(graph.client().query("query", Map.of()), "scripted did not answer: 503");
        assertThat(graph.asked()).hasSize(3);
    }

    @Test
    void doesNotRepeatARefusedRequest() {
        graph.refuses();

        refused(graph.client().query("query", Map.of()), "scripted did not answer: 400");
        assertThat(graph.asked()).hasSize(1);
    }

    @Test
    void timesEachAttempt() {
        var breaker = breaker();
        graph.staysSilent(3);

        StepVerifier.create(graph.client(Duration.ofMillis(100), breaker).query("query", Map.of()))
                .expectErrorSatisfies(failure -> assertThat(failure).hasCauseInstanceOf(TimeoutException.class))
                .verify(Duration.ofSeconds(10));
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
    }

    @Test
    void reportsAServiceThatIsAway() {
        graph.close();

        StepVerifier.create(graph.client().query("query", Map.of()))
                .expectErrorSatisfies(
                        failure -> assertThat(failure).hasCauseInstanceOf(WebClientRequestException.class))
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void readsNoMoreThanItsLimit() {
        String answer = "{\"data\": {\"text\": \"" + "x".repeat(20_000) + "\"}}";
        graph.answers(answer).answers(answer).answers(answer);

        refused(graph.client().query("query", Map.of()), "Exceeded limit");
    }

    @Test
    void stopsAskingAServiceThatKeepsFailing() {
        var breaker = breaker();
        var client = graph.client(Duration.ofSeconds(5), breaker);
        graph.fails(12);
        for (int call = 0; call < 4; call++) {
            client.query("query", Map.of()).onErrorComplete().block(Duration.ofSeconds(30));
        }

        StepVerifier.create(client.query("query", Map.of()))
                .expectErrorSatisfies(
                        failure -> assertThat(failure).hasCauseInstanceOf(CallNotPermittedException.class))
                .verify(Duration.ofSeconds(10));
        assertThat(graph.asked()).hasSize(10);
        assertThat(metrics.get("resilience4j.circuitbreaker.state")
                        .tag("name", "scripted")
                        .tag("state", "open")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void trustsAServiceAgainAfterTwoTrials() {
        var breaker = breaker();
        var client = graph.client(Duration.ofSeconds(5), breaker);
        breaker.transitionToOpenState();
        breaker.transitionToHalfOpenState();
        graph.answers("{\"data\": {}}").answers("{\"data\": {}}");

        client.query("query", Map.of()).block(Duration.ofSeconds(30));
        client.query("query", Map.of()).block(Duration.ofSeconds(30));

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    private CircuitBreaker breaker() {
        return RemoteGraph.breaker("scripted", metrics);
    }

    private static void refused(Mono<?> answer, String message) {
        StepVerifier.create(answer)
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOf(RemoteGraphException.class)
                        .hasMessageContaining(message))
                .verify(Duration.ofSeconds(10));
    }
}
