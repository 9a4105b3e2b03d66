package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.Outcome.Events;
import io.asyncflow.gateway.executor.Outcome.Incremental;
import io.asyncflow.gateway.executor.Outcome.Kind;
import io.asyncflow.gateway.executor.Outcome.Single;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.http.Increments;
import io.asyncflow.gateway.server.message.JsonObject;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;

/** Turns outcomes into the payloads of {@code next} messages; what goes to no such message is an {@link OperationError}. */
final class Answers {

    private final int capacity;
    private final SlowConsumer slowConsumer;

    Answers(WebSocketSettings settings) {
        capacity = settings.queueCapacity();
        slowConsumer = settings.slowConsumer();
    }

    Flux<Json> of(Outcome outcome) {
        return switch (outcome) {
            case Single(Json response, Kind kind) ->
                kind == Kind.EXECUTED ? Flux.just(response) : Flux.error(refusal(response));
            // Its length is the operation's, and no part can be left out: it waits until there is room.
            case Incremental(Flux<Outcome.Part> parts) -> Flux.defer(() -> parts.map(Increments.current()::part));
            case Events(Flux<Json> responses) -> buffered(responses);
        };
    }

    /** Events come when they come: what a client has no room for yet is held here, and no more than there is place for. */
    private Flux<Json> buffered(Flux<Json> events) {
        return switch (slowConsumer) {
            case CLOSE -> events.limitRate(capacity);
            case DROP_OLDEST -> events.onBackpressureBuffer(capacity, oldest -> {}, BufferOverflowStrategy.DROP_OLDEST);
        };
    }

    private static OperationError refusal(Json response) {
        Json errors = JsonObject.read(response).get("errors");
        return errors != null && JsonObject.isArray(errors)
                ? new OperationError(errors)
                : OperationError.of("INTERNAL_SERVER_ERROR", "The operation was refused");
    }
}
