package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@Timeout(60)
class SingleFlightTest {

    private static final String ANSWER = "{\"data\":{}}";

    private final Sinks.Empty<Void> go = Sinks.empty();
    private final Semaphore arrived = new Semaphore(0);
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();

    @AutoClose
    private final Asking asking = new Asking(new Traffic().deduplicate());

    @AutoClose
    private final FakeSubgraph subgraph = FakeSubgraph.answering((asked, response) -> {
        response.withConnection(connection -> connection.onDispose(() -> gone.complete(true)));
        arrived.release();
        return go.asMono().then(Mono.from(FakeSubgraph.json(response, ANSWER)));
    });

    @Test
    void asksOnceWhatManyWantToKnow() {
        List<Mono<String>> all = List.of(started(query(Map.of())), started(query(Map.of())), started(query(Map.of())));
        await(1);
        go.tryEmitEmpty();
        all.forEach(one -> Asking.expect(one, ANSWER));

        assertThat(subgraph.asked()).hasSize(1);
    }

    @Test
    void asksAgainOnceItIsAnswered() {
        go.tryEmitEmpty();
        Asking.expect(query(Map.of()), ANSWER);
        Asking.expect(query(Map.of()), ANSWER);

        assertThat(subgraph.asked()).hasSize(2);
    }

    @Test
    void asksForEachWhoMightBeAnsweredDifferently() {
        List<Mono<String>> all = List.of(
                started(query(Map.of("authorization", List.of("Bearer a")))),
                started(query(Map.of("authorization", List.of("Bearer b")))),
                started(query(Map.of())),
                started(send(OperationType.QUERY, "{\"query\":\"{ you }\"}", Map.of())));
        await(4);
        go.tryEmitEmpty();
        all.forEach(one -> Asking.expect(one, ANSWER));

        assertThat(subgraph.asked()).hasSize(4);
    }

    @Test
    void doesNotMindLabelsOfRequests() {
        List<Mono<String>> all = List.of(
                started(query(Map.of("x-request-id", List.of("1"), "traceparent", List.of("00-a-b-01")))),
                started(query(Map.of("x-request-id", List.of("2"), "traceparent", List.of("00-c-d-01")))));
        await(1);
        go.tryEmitEmpty();
        all.forEach(one -> Asking.expect(one, ANSWER));

        assertThat(subgraph.asked()).hasSize(1);
    }

    @Test
    void sendsEveryMutation() {
        List<Mono<String>> all = List.of(
                started(send(OperationType.MUTATION, Asking.BODY, Map.of())),
                started(send(OperationType.MUTATION, Asking.BODY, Map.of())));
        await(2);
        go.tryEmitEmpty();
        all.forEach(one -> Asking.expect(one, ANSWER));

        assertThat(subgraph.asked()).hasSize(2);
    }

    @Test
    void answersThoseWhoStayWhenOneLeaves() {
        Disposable first = query(Map.of()).subscribe();
        await(1);
        Mono<String> second = started(query(Map.of()));
        Disposable third = query(Map.of()).subscribe();
        first.dispose();
        third.dispose();
        go.tryEmitEmpty();

        Asking.expect(second, ANSWER);
        assertThat(subgraph.asked()).hasSize(1);
        assertThat(gone).isNotDone();
    }

    @Test
    void givesUpWhenTheLastOneLeaves() throws Exception {
        Disposable first = query(Map.of()).subscribe();
        await(1);
        Disposable second = query(Map.of()).subscribe();
        second.dispose();
        assertThat(asking.state().inFlight()).isEqualTo(1);
        first.dispose();

        assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
        go.tryEmitEmpty();
        Asking.expect(query(Map.of()), ANSWER);
        assertThat(subgraph.asked()).hasSize(2);
    }

    private Mono<String> query(Map<String, List<String>> headers) {
        return send(OperationType.QUERY, Asking.BODY, headers);
    }

    private Mono<String> send(OperationType type, String body, Map<String, List<String>> headers) {
        return asking.send(subgraph.url(), type, body, new Caller(headers));
    }

    private void await(int requests) {
        try {
            assertThat(arrived.tryAcquire(requests, 20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Mono<String> started(Mono<String> asked) {
        return Mono.fromFuture(asked.toFuture());
    }
}
