package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Answers what it was told to, by the text of the document, and remembers what it was asked. */
final class FakeService implements GraphQLService {

    static final Outcome TYPENAME = single("{\"data\":{\"__typename\":\"Query\"}}", Outcome.Kind.EXECUTED);

    private final Map<String, Mono<Outcome>> outcomes = new ConcurrentHashMap<>();
    final List<ClientRequest> requests = new CopyOnWriteArrayList<>();
    final List<Caller> callers = new CopyOnWriteArrayList<>();

    static Outcome.Single single(String response, Outcome.Kind kind) {
        return new Outcome.Single(Json.of(response), kind);
    }

    static Outcome.Single refused(Outcome.Kind kind) {
        return single("{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"NO\"}}]}", kind);
    }

    FakeService on(String query, Outcome outcome) {
        return on(query, Mono.just(outcome));
    }

    FakeService on(String query, Mono<Outcome> outcome) {
        outcomes.put(query, outcome);
        return this;
    }

    @Override
    public Mono<Outcome> answer(ClientRequest request, Caller caller) {
        requests.add(request);
        callers.add(caller);
        Json query = request.query();
        String text = query == null ? "" : JsonValues.text(query);
        if (request.way().readOnly() && text.startsWith("mutation")) {
            return Mono.just(refused(Outcome.Kind.READ_ONLY));
        }
        return outcomes.getOrDefault(text, Mono.just(TYPENAME));
    }
}
