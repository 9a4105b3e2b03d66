package io.asyncflow.gateway.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** Gathers a body into one array, which is exactly as long as the body where that comes in one piece. */
final class BodyReader implements CoreSubscriber<Object> {

    private static final byte[] NOTHING = new byte[0];

    private final Exchange exchange;
    private final int limit;
    private byte[] bytes = NOTHING;
    private int length;
    private boolean done;
    private @Nullable Future<?> deadline;

    @SuppressWarnings("NullAway.Init") // set by onSubscribe, before anything else is called
    private Subscription upstream;

    BodyReader(Exchange exchange, int limit) {
        this.exchange = exchange;
        this.limit = limit;
    }

    void giveUpAfter(Duration timeout, Channel channel) {
        deadline = channel.eventLoop().schedule(this::giveUp, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void giveUp() {
        refuse(Refusal.TIMEOUT);
    }

    private void refuse(Refusal refusal) {
        if (done) {
            return;
        }
        finish();
        upstream.cancel();
        exchange.refuse(refusal);
    }

    private void finish() {
        done = true;
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public Context currentContext() {
        return exchange.context();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        upstream = subscription;
        exchange.waitFor(subscription);
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Object message) {
        ByteBuf chunk = message instanceof ByteBufHolder holder ? holder.content() : (ByteBuf) message;
        int size = chunk.readableBytes();
        if (done || size == 0) {
            return;
        }
        if (size > limit - length) {
            refuse(Refusal.TOO_LARGE);
            return;
        }
        if (bytes.length < length + size) {
            // Grows with what has come, not with what was announced: that could be a lie.
            bytes = Arrays.copyOf(bytes, length == 0 ? size : Math.min(limit, Math.max(length * 2, length + size)));
        }
        chunk.getBytes(chunk.readerIndex(), bytes, length, size);
        length += size;
    }

    @Override
    public void onError(Throwable broken) {
        if (done) {
            Operators.onErrorDropped(broken, currentContext());
            return;
        }
        finish();
        exchange.abandon();
    }

    @Override
    public void onComplete() {
        if (!done) {
            finish();
            exchange.received(bytes, length);
        }
    }
}
