package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** A request and the wait for its answer. But for its start and its cancellation it stays on one event loop. */
final class Exchange {

    private final WireRequest request;
    private final RequestWriter writer;
    private final Lane lane;
    private final MonoSink<Json> sink;

    private @Nullable Future<?> timeout;
    private @Nullable AnswerHandler carrier;
    private boolean repeated;
    private boolean ended;

    Exchange(WireRequest request, RequestWriter writer, Lane lane, MonoSink<Json> sink) {
        this.request = request;
        this.writer = writer;
        this.lane = lane;
        this.sink = sink;
    }

    void start() {
        sink.onCancel(() -> lane.run(this::giveUp));
        lane.run(this::enter);
    }

    private void enter() {
        if (ended) {
            return;
        }
        long patience = request.deadline() - System.nanoTime();
        timeout = lane.loop().schedule(this::timeOut, patience, TimeUnit.NANOSECONDS);
        lane.enter(this);
    }

    private void timeOut() {
        if (carrier != null) {
            carrier.timedOut();
        }
        fail(Fault.TIMED_OUT);
    }

    FullHttpRequest write() {
        return writer.write(request);
    }

    ResponseListener listener() {
        return request.listener();
    }

    /** It has been handed to a connection, or taken back from it. */
    void carriedBy(@Nullable AnswerHandler handler) {
        carrier = handler;
    }

    boolean isRepeated() {
        return repeated;
    }

    void succeed(Json answer) {
        if (end()) {
            sink.success(answer);
        }
    }

    void fail(Fault fault) {
        fail(Failure.of(fault));
    }

    void fail(Failure failure) {
        if (end()) {
            release();
            sink.error(failure);
        }
    }

    /**
     * Its connection is gone. A subgraph that closes an idle connection may cross the request on its way; such a request
     * is sent again, once and on a new connection.
     *
     * @param stale whether the connection had been used before, and nothing of an answer came
     */
    void lost(boolean stale) {
        startAgain(stale && request.repeatable());
    }

    /** Its connection was gone before anything of it was sent: whatever it is, it may be sent again. */
    void unsent() {
        startAgain(true);
    }

    private void startAgain(boolean harmless) {
        carrier = null;
        if (ended) {
            return;
        }
        if (harmless && !repeated) {
            repeated = true;
            lane.enter(this);
        } else {
            fail(Fault.BROKEN_OFF);
        }
    }

    private void giveUp() {
        if (end()) {
            release();
        }
    }

    /** Nobody waits for the answer any more: neither should the subgraph work on it. */
    private void release() {
        AnswerHandler handler = carrier;
        carrier = null;
        if (handler == null) {
            lane.leave(this);
        } else {
            handler.abandon();
        }
    }

    private boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        if (timeout != null) {
            timeout.cancel(false);
        }
        return true;
    }
}
