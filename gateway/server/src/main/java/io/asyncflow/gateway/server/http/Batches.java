package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonCursor;
import java.util.List;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Answers several operations of one request side by side, in their order. */
final class Batches {

    private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
    private static final int AT_ONCE = 16;

    private final GraphQLService service;
    private final BatchingSettings settings;

    Batches(GraphQLService service, BatchingSettings settings) {
        this.service = service;
        this.settings = settings;
    }

    void answer(Exchange exchange, JsonCursor json, Caller caller) {
        if (!settings.enabled()) {
            throw Refusal.NO_BATCHING.exception();
        }
        if (SharedStreams.token(exchange) != null || !exchange.accepted().json()) {
            throw Refusal.NOT_ACCEPTABLE.exception();
        }
        List<ClientRequest> requests = Envelope.several(json, settings.maximumSize());
        Flux.fromIterable(requests)
                .flatMapSequential(request -> response(request, caller), AT_ONCE)
                .collectList()
                .subscribe(new Responses(exchange));
    }

    private Mono<Json> response(ClientRequest request, Caller caller) {
        return service.answer(request, caller).map(Batches::response).onErrorResume(fault -> {
            LOG.error("An operation of a batch could not be answered", fault);
            return Mono.just(Refusal.FAULT.body());
        });
    }

    /** Parts and events of one operation have no place among the answers of others. */
    private static Json response(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Single single -> single.response();
            case Outcome.Incremental _ -> Refusal.NEEDS_MULTIPART.body();
            case Outcome.Events _ -> Refusal.NEEDS_STREAM.body();
        };
    }

    private static final class Responses extends BaseSubscriber<List<Json>> {

        private final Exchange exchange;

        Responses(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public Context currentContext() {
            return exchange.context();
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            exchange.waitFor(subscription);
            requestUnbounded();
        }

        @Override
        protected void hookOnNext(List<Json> responses) {
            var array = new Bytes(1024);
            String separator = "[";
            for (Json response : responses) {
                array.add(separator).add(response);
                separator = ",";
            }
            exchange.sendBatch(array.add("]").toJson());
        }

        @Override
        protected void hookOnError(Throwable fault) {
            exchange.fail(fault);
        }
    }
}
