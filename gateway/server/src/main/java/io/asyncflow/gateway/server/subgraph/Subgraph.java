package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.server.subgraph.SubgraphObserver.Observation;
import io.asyncflow.gateway.server.subgraph.header.HeaderRules;
import io.asyncflow.gateway.server.subgraph.header.SentHeaders;
import io.asyncflow.gateway.server.subgraph.traffic.Breaker;
import io.asyncflow.gateway.server.subgraph.traffic.Question;
import io.asyncflow.gateway.server.subgraph.traffic.Retries;
import io.asyncflow.gateway.server.subgraph.traffic.SingleFlight;
import io.asyncflow.gateway.server.subgraph.traffic.SubgraphTraffic;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import io.asyncflow.gateway.server.subgraph.transport.Transport;
import io.asyncflow.gateway.server.subgraph.transport.WireRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One subgraph, asked as its settings say. */
final class Subgraph {

    private final String name;
    private final HeaderRules headers;
    private final Transport transport;
    private final long patience;
    private final InFlight inFlight;
    private final Breaker breaker;
    private final Retries retries;
    private final @Nullable SingleFlight flights;

    Subgraph(String name, HeaderRules headers, SubgraphTraffic traffic, Transport transport, Clock clock) {
        this.name = name;
        this.headers = headers;
        this.transport = transport;
        this.patience = given(traffic.timeout()).toNanos();
        this.inFlight = new InFlight(given(traffic.maxConcurrentRequests()));
        this.breaker = Breaker.of(name, given(traffic.circuitBreaker()), clock);
        this.retries = new Retries(given(traffic.retry()));
        this.flights = given(traffic.deduplicateQuery()) ? new SingleFlight() : null;
    }

    private static <T> T given(@Nullable T setting) {
        return Objects.requireNonNull(setting);
    }

    /** Asked when it is called: whoever calls defers. A failure counts as one even where its body is handed on. */
    Mono<Json> send(SubgraphRequest request, Observation observation) {
        Mono<Json> answer = shared(request, observation);
        return (observation == Unobserved.INSTANCE ? answer : Observed.by(observation, answer))
                .onErrorResume(Failure.class, failure -> failure.answer(name));
    }

    private Mono<Json> shared(SubgraphRequest request, Observation observation) {
        SentHeaders sent = headers.apply(request.caller()).with(observation.headers());
        boolean query = request.type() == OperationType.QUERY;
        long deadline = System.nanoTime() + patience;
        var wire = new WireRequest(
                request.body(), headers.withOrigin(sent, request.caller()), query, deadline, observation);
        if (flights == null || !query) {
            return ask(wire);
        }
        return flights.join(new Question(request.body(), sent.telling()), () -> ask(wire));
    }

    private Mono<Json> ask(WireRequest request) {
        Mono<Json> attempt = breaker.guard(transport.exchange(request));
        Mono<Json> answer = request.repeatable() ? retries.around(attempt, request.deadline()) : attempt;
        return inFlight.count(answer);
    }

    SubgraphState state() {
        return new SubgraphState(name, inFlight.count(), transport.connections(), breaker.state());
    }

    Mono<Void> drain(Duration patience) {
        return inFlight.drain().timeout(patience, Mono.empty()).doFinally(signal -> transport.close());
    }
}
