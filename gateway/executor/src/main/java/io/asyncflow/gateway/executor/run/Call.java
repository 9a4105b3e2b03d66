package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.json.Json;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** A request that is on its way. It ends once: with an answer, or with what went wrong. */
final class Call implements CoreSubscriber<Json> {

    private static final Subscription OVER = new Subscription() {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    };

    private final Context context;
    private final BiConsumer<@Nullable Json, @Nullable Throwable> receiver;
    private final AtomicReference<@Nullable Subscription> subscription = new AtomicReference<>();

    Call(Context context, BiConsumer<@Nullable Json, @Nullable Throwable> receiver) {
        this.context = context;
        this.receiver = receiver;
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription given) {
        if (subscription.compareAndSet(null, given)) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(Json answer) {
        if (subscription.getAndSet(OVER) != OVER) {
            receiver.accept(answer, null);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (subscription.getAndSet(OVER) != OVER) {
            receiver.accept(null, failure);
        }
    }

    @Override
    public void onComplete() {
        onError(new SubgraphException("SUBGRAPH_RESPONSE_INVALID", "A subgraph has answered nothing"));
    }

    void cancel() {
        Subscription running = subscription.getAndSet(OVER);
        if (running != null) {
            running.cancel();
        }
    }
}
