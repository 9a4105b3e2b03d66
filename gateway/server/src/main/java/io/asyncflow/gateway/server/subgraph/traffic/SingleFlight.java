package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Asks once what several want to know at the same time. */
public final class SingleFlight {

    private final ConcurrentMap<Question, Flight> flights = new ConcurrentHashMap<>();

    /** The answer to the question; it is asked unless somebody waits for its answer already. */
    public Mono<Json> join(Question question, Supplier<Mono<Json>> asking) {
        return Mono.create(sink -> board(question, asking, sink));
    }

    private void board(Question question, Supplier<Mono<Json>> asking, MonoSink<Json> sink) {
        var own = new Flight(sink, flight -> flights.remove(question, flight));
        while (true) {
            Flight running = flights.putIfAbsent(question, own);
            if (running == null) {
                own.start(asking.get());
                return;
            }
            if (running.board(sink)) {
                return;
            }
            flights.remove(question, running); // it has just landed
        }
    }
}
