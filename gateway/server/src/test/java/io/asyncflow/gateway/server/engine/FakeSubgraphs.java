package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Subgraphs that are only made up: each answers the same to everything, after a moment. */
final class FakeSubgraphs implements SubgraphClient {

    static final String PRODUCT = "{\"__typename\":\"Product\",\"id\":\"1\",\"name\":\"Pen\"}";

    private final Map<String, Mono<Json>> answers = new ConcurrentHashMap<>(Map.of(
            "names", answer("{\"data\":{\"product\":" + PRODUCT + ",\"rename\":" + PRODUCT + "}}"),
            "prices", answer("{\"data\":{\"_entities\":[{\"__typename\":\"Product\",\"price\":7}]}}")));

    final List<String> asked = new CopyOnWriteArrayList<>();
    final AtomicInteger subscribers = new AtomicInteger();
    final Sinks.Many<Json> events = Sinks.many().multicast().directBestEffort();

    static Mono<Json> answer(String json) {
        return Mono.just(Json.of(json)).delayElement(Duration.ofMillis(1));
    }

    FakeSubgraphs answers(String subgraph, Mono<Json> answer) {
        answers.put(subgraph, answer);
        return this;
    }

    @Override
    public Mono<Json> send(SubgraphRequest request) {
        asked.add(request.graph().name() + " " + request.body());
        return answers.getOrDefault(request.graph().name(), Mono.empty());
    }

    @Override
    public Flux<Json> subscribe(SubgraphRequest request) {
        return events.asFlux()
                .doOnSubscribe(_ -> subscribers.incrementAndGet())
                .doFinally(_ -> subscribers.decrementAndGet());
    }
}
