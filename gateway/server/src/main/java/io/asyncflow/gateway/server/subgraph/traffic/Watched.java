package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** A request with somebody who hears of its end: one operator, where Reactor's own would be three. */
final class Watched extends MonoOperator<Json, Json> {

    private final Ending ending;

    Watched(Mono<Json> request, Ending ending) {
        super(request);
        this.ending = ending;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Json> actual) {
        source.subscribe(new Watcher(actual, ending));
    }

    private static final class Watcher implements CoreSubscriber<Json>, Subscription {

        private final CoreSubscriber<? super Json> actual;
        private final Ending ending;
        private final AtomicBoolean ended = new AtomicBoolean();
        private Subscription upstream = Operators.emptySubscription();

        Watcher(CoreSubscriber<? super Json> actual, Ending ending) {
            this.actual = actual;
            this.ending = ending;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(Json answer) {
            if (ended.compareAndSet(false, true)) {
                ending.answered();
            }
            actual.onNext(answer);
        }

        @Override
        public void onError(Throwable error) {
            if (ended.compareAndSet(false, true)) {
                ending.failed(error);
            }
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            if (ended.compareAndSet(false, true)) {
                ending.answered();
            }
            actual.onComplete();
        }

        @Override
        public void request(long n) {
            upstream.request(n);
        }

        @Override
        public void cancel() {
            if (ended.compareAndSet(false, true)) {
                ending.cancelled();
            }
            upstream.cancel();
        }
    }
}
