package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.Outcome;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Waits for what comes of an operation. */
final class Answer implements CoreSubscriber<Outcome> {

    private final Exchange exchange;
    private boolean done;

    Answer(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public Context currentContext() {
        return exchange.context();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        exchange.waitFor(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Outcome outcome) {
        done = true;
        try {
            exchange.send(outcome);
        } catch (RuntimeException fault) {
            exchange.fail(fault);
        }
    }

    @Override
    public void onError(Throwable fault) {
        if (done) {
            Operators.onErrorDropped(fault, currentContext());
            return;
        }
        done = true;
        exchange.fail(fault);
    }

    @Override
    public void onComplete() {
        if (!done) {
            exchange.fail(new IllegalStateException("An operation came to nothing"));
        }
    }
}
