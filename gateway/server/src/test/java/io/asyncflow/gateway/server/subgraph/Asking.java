package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.asyncflow.gateway.supergraph.Graph;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.test.StepVerifier;

/** A client under test, and the ways to ask with it. There is one event loop, so that limits are exact. */
final class Asking implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String BODY = "{\"query\":\"{ me }\"}";

    private static final LoopResources LOOPS = LoopResources.create("asking", 1, 1, true, false);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final HttpSubgraphClient client;

    Asking(Traffic traffic) {
        this(
                new SubgraphSettings(
                        traffic.settings(), HeaderSettings.DEFAULT, ForwardedForSettings.DEFAULT, Map.of()),
                SubgraphObserver.NONE);
    }

    Asking(SubgraphSettings settings, SubgraphObserver observer) {
        InstantSource moved = now::get;
        Subscriptions none = request -> Flux.error(new AssertionError("no subscription is expected"));
        client = new HttpSubgraphClient(settings, LOOPS, observer, none, moved.withZone(ZoneOffset.UTC));
    }

    /** Asks at once, whoever waits for the answer and when. */
    static Mono<String> started(Mono<String> asked) {
        return Mono.fromFuture(asked.toFuture());
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    HttpSubgraphClient client() {
        return client;
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Mono<String> query(String url) {
        return send(url, OperationType.QUERY, BODY, Caller.UNKNOWN);
    }

    Mono<String> mutate(String url) {
        return send(url, OperationType.MUTATION, BODY, Caller.UNKNOWN);
    }

    Mono<String> send(String url, OperationType type, String body, Caller caller) {
        return client.send(new SubgraphRequest(new Graph("PRODUCTS", "products", url), type, 7, Json.of(body), caller))
                .map(Json::toString);
    }

    SubgraphState state() {
        return client.states().getFirst();
    }

    static void expect(Mono<String> asked, String answer) {
        StepVerifier.create(asked).expectNext(answer).expectComplete().verify(PATIENCE);
    }

    static void expectError(Mono<String> asked, String code, String message) {
        StepVerifier.create(asked)
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(SubgraphException.class).hasMessage(message);
                    assertThat(((SubgraphException) error).code()).isEqualTo(code);
                })
                .verify(PATIENCE);
    }

    @Override
    public void close() {
        StepVerifier.create(client.close(Duration.ZERO)).expectComplete().verify(PATIENCE);
    }
}
