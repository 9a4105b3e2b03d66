package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Events;
import io.asyncflow.gateway.executor.Outcome.Kind;
import io.asyncflow.gateway.executor.Outcome.Single;
import io.asyncflow.gateway.executor.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers each document as it was told to. */
final class FakeService implements GraphQLService {

    final List<ClientRequest> requests = new CopyOnWriteArrayList<>();
    final List<Caller> callers = new CopyOnWriteArrayList<>();
    private final Map<String, Supplier<Mono<Outcome>>> answers = new ConcurrentHashMap<>();

    FakeService answering(String query, String response) {
        return answering(query, () -> Mono.just(new Single(Json.of(response), Kind.EXECUTED)));
    }

    FakeService refusing(String query, Kind kind, String response) {
        return answering(query, () -> Mono.just(new Single(Json.of(response), kind)));
    }

    FakeService streaming(String query, Flux<String> responses) {
        return answering(query, () -> Mono.just(new Events(responses.map(Json::of))));
    }

    FakeService answering(String query, Supplier<Mono<Outcome>> answer) {
        answers.put("\"" + query + "\"", answer);
        return this;
    }

    @Override
    public Mono<Outcome> answer(ClientRequest request, Caller caller) {
        requests.add(request);
        callers.add(caller);
        @Nullable Supplier<Mono<Outcome>> answer = answers.get(String.valueOf(request.query()));
        return answer == null ? Mono.error(new IllegalStateException("secret: " + request.query())) : answer.get();
    }
}
