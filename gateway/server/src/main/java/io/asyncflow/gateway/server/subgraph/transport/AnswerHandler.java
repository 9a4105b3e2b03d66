package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what comes over a connection of HTTP/1.1, or over a stream of HTTP/2, into the answer to the exchange on it. */
abstract class AnswerHandler extends ConnectionFaults {

    private final int limit;
    private @Nullable Exchange exchange;
    private @Nullable Answer answer;
    private boolean whole;

    AnswerHandler(int limit) {
        this.limit = limit;
    }

    /** Gets to see the head of an answer. */
    abstract void answered(HttpResponse head);

    /** An answer is complete, and nothing came after it: the connection may take the next request. */
    abstract void completed();

    /** Whether bytes have come that belong to no answer yet. */
    abstract boolean hasSurplus();

    /** Told when all of the request is written. */
    abstract ChannelPromise sent();

    /** There was no answer in time, which may be the connection's fault. */
    abstract void timedOut();

    abstract Channel channel();

    /** Whether a subgraph may have closed the connection before the request reached it. */
    abstract boolean mayBeStale();

    final void begin(Exchange exchange) {
        if (!channel().isActive()) {
            exchange.unsent();
            return;
        }
        this.exchange = exchange;
        exchange.carriedBy(this);
        channel().writeAndFlush(exchange.write(), sent());
    }

    /** Nobody waits for the answer any more. */
    final void abandon() {
        forget();
        channel().close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            read((HttpObject) message);
        } catch (Failure failure) {
            fail(failure);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(HttpObject message) {
        if (exchange == null || whole) {
            channel().close(); // an answer to nothing: whose would the next one be?
            return;
        }
        if (message.decoderResult().isFailure()) {
            throw unreadable(message.decoderResult().cause());
        }
        if (message instanceof HttpResponse head) {
            head(exchange, head);
        }
        if (message instanceof HttpContent content) {
            content(exchange, content);
        }
    }

    private static Failure unreadable(@Nullable Throwable cause) {
        return Failure.of(cause instanceof PrematureChannelClosureException ? Fault.BROKEN_OFF : Fault.UNREADABLE);
    }

    private void head(Exchange exchange, HttpResponse head) {
        if (head.status().codeClass() != HttpStatusClass.INFORMATIONAL) {
            answered(head);
            answer = new Answer(head, limit);
            exchange.listener().answered(head.status().code(), head.headers());
        }
    }

    private void content(Exchange exchange, HttpContent content) {
        if (answer == null) {
            return;
        }
        answer.add(content.content());
        whole = content instanceof LastHttpContent;
    }

    /** Only now all is known that came with the answer: before, the connection must not take the next request. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (whole) {
            complete();
        } else if (exchange == null && hasSurplus()) {
            channel().close();
        }
        context.fireChannelReadComplete();
    }

    /** The connection is free before the answer is handed over: what follows from it may use it at once. */
    private void complete() {
        Exchange answered = Objects.requireNonNull(exchange);
        Answer complete = Objects.requireNonNull(answer);
        forget();
        answered.carriedBy(null);
        if (channel().isActive()) {
            completed();
        }
        try {
            answered.succeed(complete.end());
        } catch (Failure failure) {
            answered.fail(failure);
        }
    }

    private void forget() {
        exchange = null;
        answer = null;
        whole = false;
    }

    private void fail(Failure failure) {
        Exchange failed = exchange;
        abandon();
        if (failed != null) {
            failed.carriedBy(null);
            failed.fail(failure);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (whole) {
            complete();
        } else if (exchange != null) {
            Exchange lost = exchange;
            boolean stale = answer == null && mayBeStale();
            forget();
            lost.lost(stale);
        }
        context.fireChannelInactive();
    }
}
