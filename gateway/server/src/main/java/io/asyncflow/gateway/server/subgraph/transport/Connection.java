package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;

/** A connection, and how many exchanges are on it: at most one with HTTP/1.1, many with HTTP/2. */
abstract sealed class Connection permits Http1Connection, Http2Connection {

    /** How many streams a connection of HTTP/2 can be expected to take before a subgraph has said so. */
    static final int STREAMS_AT_FIRST = 100;

    private final Channel channel;
    private final ConnectionLimits limits;
    private final long opened = System.nanoTime();
    private long idleNanos;
    private long lastUsed = opened;
    private int running;
    private boolean used;
    private boolean retired;

    Connection(Channel channel, ConnectionLimits limits) {
        this.channel = channel;
        this.limits = limits;
        this.idleNanos = limits.idle().toNanos();
    }

    /** Done when it can take requests. */
    abstract Future<Connection> ready();

    /** Sends the request; the exchange hears of what becomes of it. */
    abstract void carry(Exchange exchange);

    abstract int capacity();

    final Channel channel() {
        return channel;
    }

    final ConnectionLimits limits() {
        return limits;
    }

    final boolean hasRoom() {
        return !retired && running < capacity();
    }

    final boolean isIdle() {
        return running == 0;
    }

    /** Whether an answer has come over it. */
    final boolean isUsed() {
        return used;
    }

    final void entered() {
        running++;
    }

    final void left(long now) {
        running--;
        used = true;
        lastUsed = now;
        if (retired) {
            closeWhenIdle();
        }
    }

    /** The subgraph says how long it keeps the connection; a second before that it is not used any more. */
    final void keptFor(Duration time) {
        idleNanos = Math.max(0, Math.min(idleNanos, time.minusSeconds(1).toNanos()));
    }

    final boolean isSpent(long now) {
        return retired
                || !channel.isActive()
                || now - opened > limits.lifetime().toNanos()
                || running == 0 && now - lastUsed >= idleNanos;
    }

    /** It takes no more exchanges, and goes with the last one. */
    final void closeWhenIdle() {
        retired = true;
        if (running == 0) {
            channel.close();
        }
    }
}
