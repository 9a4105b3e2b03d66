package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Lets pieces of JSON out to one client: framed, compressed if wanted, with heartbeats in between, and never more of
 * them in memory than the queue holds and the socket takes. All of it happens on the connection's event loop.
 */
final class StreamOutlet implements CoreSubscriber<Json>, Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(StreamOutlet.class);

    private final Framing framing;
    private final @Nullable Gzip gzip;
    private final Channel channel;
    private final StreamSettings settings;
    private final boolean lossless;
    private final Context context;
    private final Runnable whenDone;

    private final ArrayDeque<Json> queue = new ArrayDeque<>();
    private final ChannelFutureListener written = this::written;
    private @Nullable Future<?> heartbeats;
    private @Nullable Subscription upstream;
    private int underWay;
    private boolean opened;
    private boolean quiet;
    private boolean sourceDone;
    private boolean over;

    /**
     * @param lossless whether the source waits for the client; otherwise the policy for slow clients holds
     * @param whenDone is run once all is written
     */
    StreamOutlet(
            Framing framing,
            @Nullable Gzip gzip,
            Channel channel,
            StreamSettings settings,
            boolean lossless,
            Context context,
            Runnable whenDone) {
        this.framing = framing;
        this.gzip = gzip;
        this.channel = channel;
        this.settings = settings;
        this.lossless = lossless;
        this.context = context;
        this.whenDone = whenDone;
    }

    /** Begins to write; before, the header of the answer has to be. */
    void open() {
        onLoop(() -> {
            if (over) {
                return;
            }
            opened = true;
            long interval = settings.heartbeatInterval().toMillis();
            heartbeats = channel.eventLoop().scheduleAtFixedRate(this::beat, interval, interval, TimeUnit.MILLISECONDS);
            write(framing.opening());
            drain();
        });
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        onLoop(() -> {
            if (over) {
                subscription.cancel();
                return;
            }
            upstream = subscription;
            subscription.request(lossless ? settings.queueCapacity() : Long.MAX_VALUE);
        });
    }

    @Override
    public void onNext(Json json) {
        onLoop(() -> enqueue(json));
    }

    @Override
    public void onError(Throwable fault) {
        if (channel.isActive()) {
            LOG.error("A stream broke off", fault);
        }
        onLoop(this::sourceEnded);
    }

    @Override
    public void onComplete() {
        onLoop(this::sourceEnded);
    }

    /** The server has asked for as much as there is; how much that is, the socket decides. */
    @Override
    public void request(long more) {
        // See drain().
    }

    @Override
    public void cancel() {
        onLoop(this::stop);
    }

    private void onLoop(Runnable task) {
        if (channel.eventLoop().inEventLoop()) {
            task.run();
        } else {
            channel.eventLoop().execute(task);
        }
    }

    private void enqueue(Json json) {
        if (over || (!lossless && queue.size() >= settings.queueCapacity() && !makeRoom())) {
            return;
        }
        queue.add(json);
        drain();
    }

    private boolean makeRoom() {
        return switch (settings.slowConsumer()) {
            case DROP_OLDEST -> {
                queue.poll();
                yield true;
            }
            case DISCONNECT -> {
                LOG.warn("A client was disconnected that read its events too slowly");
                stop();
                var _ = channel.close();
                yield false;
            }
        };
    }

    private void sourceEnded() {
        sourceDone = true;
        drain();
    }

    private void drain() {
        while (opened && !over && mayWrite()) {
            Json json = queue.poll();
            if (json != null) {
                quiet = false;
                write(framing.frame(json));
                takeOneMore();
            } else {
                if (sourceDone) {
                    end();
                }
                return;
            }
        }
    }

    /** Where nothing is under way, nobody would tell that the socket takes more again. */
    private boolean mayWrite() {
        return underWay == 0 || channel.isWritable();
    }

    private void takeOneMore() {
        Subscription source = upstream;
        if (lossless && source != null && !sourceDone) {
            source.request(1);
        }
    }

    private void write(byte[] bytes) {
        underWay++;
        channel.writeAndFlush(Unpooled.wrappedBuffer(gzip == null ? bytes : gzip.part(bytes)))
                .addListener(written);
    }

    private void written(ChannelFuture writing) {
        underWay--;
        if (writing.isSuccess()) {
            drain();
        } else {
            stop();
        }
    }

    private void end() {
        over = true;
        rest();
        byte[] ending = framing.ending();
        byte[] last = gzip == null
                ? ending
                : new Bytes(64).add(gzip.part(ending)).add(gzip.end()).toArray();
        if (last.length > 0) {
            var _ = channel.write(Unpooled.wrappedBuffer(last));
        }
        whenDone.run();
    }

    private void beat() {
        if (quiet && !over && queue.isEmpty() && mayWrite() && framing.heartbeat().length > 0) {
            write(framing.heartbeat());
        }
        quiet = true;
    }

    private void stop() {
        if (over) {
            return;
        }
        over = true;
        rest();
        queue.clear();
        if (gzip != null) {
            gzip.end();
        }
        Subscription source = upstream;
        if (source != null) {
            source.cancel();
        }
    }

    private void rest() {
        if (heartbeats != null) {
            heartbeats.cancel(false);
        }
    }
}
