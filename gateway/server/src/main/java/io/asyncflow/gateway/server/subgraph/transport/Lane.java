package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One event loop's connections to one origin, and the requests that wait for one. Nothing of it leaves the loop. */
final class Lane {

    private final EventLoop loop;
    private final Connector connector;
    private final ConnectionLimits limits;

    /** Those that can take a request; the one used last comes first, so that the others may fall idle. */
    private final Deque<Connection> free = new ArrayDeque<>();

    private final Deque<Exchange> waiting = new ArrayDeque<>();
    private int open;
    private int opening;
    private boolean sweeping;

    Lane(EventLoop loop, Connector connector, ConnectionLimits limits) {
        this.loop = loop;
        this.connector = connector;
        this.limits = limits;
    }

    EventLoop loop() {
        return loop;
    }

    void run(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    void enter(Exchange exchange) {
        Connection connection = exchange.isRepeated() ? null : take();
        if (connection != null) {
            carry(connection, exchange);
        } else if (isFull()) {
            exchange.fail(Fault.BUSY);
        } else {
            waiting.add(exchange);
            openAsNeeded();
        }
    }

    void leave(Exchange exchange) {
        waiting.remove(exchange);
    }

    /** A connection has been opened. */
    void opened(Connection connection) {
        opening--;
        open++;
        offer(connection);
        openAsNeeded();
        sweepLater();
    }

    /** A connection could not be opened: its share of those who wait, the longest first, get to know. */
    void failed(Fault fault) {
        int share = (waiting.size() + opening - 1) / opening;
        opening--;
        for (int i = 0; i < share && !waiting.isEmpty(); i++) {
            waiting.remove().fail(fault);
        }
        openAsNeeded();
    }

    /** An exchange has left the connection. */
    void release(Connection connection) {
        boolean listed = connection.hasRoom();
        long now = System.nanoTime();
        connection.left(now);
        if (connection.isSpent(now)) {
            free.remove(connection);
            connection.closeWhenIdle();
        } else if (!listed) {
            offer(connection);
        } else {
            serveWaiting(connection);
        }
    }

    /** A connection takes no more requests. */
    void retire(Connection connection) {
        free.remove(connection);
        connection.closeWhenIdle();
    }

    void closed(Connection connection) {
        open--;
        free.remove(connection);
        openAsNeeded();
    }

    private void offer(Connection connection) {
        free.addFirst(connection);
        serveWaiting(connection);
    }

    private void serveWaiting(Connection connection) {
        while (connection.hasRoom() && !waiting.isEmpty()) {
            Exchange next = waiting.remove();
            free.remove(connection);
            carry(connection, next);
        }
    }

    private @Nullable Connection take() {
        for (Connection next = free.poll(); next != null; next = free.poll()) {
            if (!next.isSpent(System.nanoTime())) {
                return next;
            }
            next.closeWhenIdle();
        }
        return null;
    }

    private void carry(Connection connection, Exchange exchange) {
        connection.entered();
        if (connection.hasRoom()) {
            free.addFirst(connection);
        }
        connection.carry(exchange);
    }

    private boolean isFull() {
        return open + opening >= limits.connections() && waiting.size() - opening >= limits.waiting();
    }

    private void openAsNeeded() {
        int streams = limits.http2() ? Connection.STREAMS_AT_FIRST : 1;
        while ((long) opening * streams < waiting.size() && makeRoom()) {
            opening++;
            connector.open(this);
        }
    }

    /** A repeated request asks for a new connection even where old ones lie idle: one of those has to go. */
    private boolean makeRoom() {
        if (open + opening < limits.connections()) {
            return true;
        }
        Connection last = free.peekLast();
        if (last != null && last.isIdle()) {
            retire(last);
        }
        return false;
    }

    private void sweepLater() {
        if (!sweeping) {
            sweeping = true;
            loop.schedule(this::sweep, limits.idle().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void sweep() {
        sweeping = false;
        long now = System.nanoTime();
        free.stream().filter(connection -> connection.isSpent(now)).toList().forEach(this::retire);
        if (open > 0) {
            sweepLater();
        }
    }
}
