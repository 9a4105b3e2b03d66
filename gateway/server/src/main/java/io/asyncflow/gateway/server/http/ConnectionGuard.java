package io.asyncflow.gateway.server.http;

import static io.netty.handler.codec.http.HttpResponseStatus.SWITCHING_PROTOCOLS;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose client dawdles, over a header, over a body, or between requests, or sends much without
 * waiting for answers. It only notes times as messages pass and looks at them now and then, so that a request costs no
 * timer.
 */
final class ConnectionGuard extends ChannelDuplexHandler {

    private enum Phase {
        IDLE,
        HEADER,
        BODY,
        ANSWER,
        /** HTTP/2, where several requests run at once. */
        OTHER
    }

    /** Requests that come before the one before them is answered are kept, so there must not be many of them. */
    private static final int MOST_UNANSWERED = 100;

    private static final Duration GRACE = Duration.ofMillis(100);

    private final ChannelHandler lookout = new ChannelInboundHandlerAdapter() {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            arrived = true;
            context.fireChannelRead(bytes);
        }
    };

    private final HttpLimitSettings limits;
    private final long mostAhead;
    private final ClientReading reading = new ClientReading();
    private Phase phase = Phase.IDLE;
    private long since;
    private long overdue = Long.MIN_VALUE;
    private int unanswered;
    private long ahead;
    private boolean arrived;
    private boolean decoded;
    private @Nullable Future<?> check;

    ConnectionGuard(HttpLimitSettings limits) {
        this.limits = limits;
        this.mostAhead = limits.httpMaxRequestBytes().toBytes();
    }

    /** Stands before the decoder, and tells bytes that make no message yet from no bytes at all. */
    ChannelHandler lookout() {
        return lookout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        since = System.nanoTime();
        look(context, limits.headerReadTimeout());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (check != null) {
            check.cancel(false);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handlerRemoved(context);
        context.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        decoded = true;
        if (message instanceof HttpRequest) {
            unanswered++;
            enter(Phase.BODY);
        }
        if (message instanceof LastHttpContent) {
            enter(unanswered > 0 ? Phase.ANSWER : Phase.IDLE);
        } else if (!(message instanceof HttpObject)) {
            enter(Phase.OTHER);
        }
        if (isTooMuchAhead(message)) {
            ReferenceCountUtil.release(message);
            var _ = context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean isTooMuchAhead(Object message) {
        if (unanswered > 1 && message instanceof HttpContent content) {
            ahead += content.content().readableBytes();
        }
        return unanswered > MOST_UNANSWERED || ahead > mostAhead;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (phase == Phase.IDLE && arrived && !decoded) {
            enter(Phase.HEADER);
        }
        arrived = false;
        decoded = false;
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent) {
            unanswered = Math.max(0, unanswered - 1);
            ahead = 0;
            if (phase == Phase.ANSWER && unanswered == 0) {
                enter(Phase.IDLE);
            }
        } else if (phase == Phase.OTHER) {
            since = System.nanoTime();
        }
        var _ = context.write(message, promise);
        if (message instanceof HttpResponse response && response.status().equals(SWITCHING_PROTOCOLS)) {
            leave(context);
        }
    }

    /** A WebSocket has rules of its own. */
    private void leave(ChannelHandlerContext context) {
        context.pipeline().remove(lookout);
        context.pipeline().remove(this);
    }

    private void enter(Phase next) {
        phase = next;
        since = System.nanoTime();
    }

    private void look(ChannelHandlerContext context, Duration in) {
        check = context.executor().schedule(() -> look(context), in.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context) {
        if (isBusy(context)) {
            since = System.nanoTime();
        }
        Duration left = patience().minusNanos(System.nanoTime() - since);
        if (left.isPositive()) {
            Duration soon = limits.headerReadTimeout().dividedBy(2);
            look(context, left.isPositive() && left.compareTo(soon) < 0 ? left : soon);
        } else if (since == overdue) {
            giveUp(context);
        } else {
            // It may be we who were busy: what has come in the meantime is read first.
            overdue = since;
            look(context, GRACE);
        }
    }

    private boolean isBusy(ChannelHandlerContext context) {
        boolean reads = reading.goesOn(context.channel().unsafe().outboundBuffer());
        return switch (phase) {
            case HEADER, BODY -> false;
            case IDLE -> reads && reading.isUnderWay();
            case ANSWER -> reads;
            case OTHER -> answers(context);
        };
    }

    /** Whether a request of HTTP/2 waits for the end of its answer. */
    private static boolean answers(ChannelHandlerContext context) {
        Http2ConnectionHandler http2 = context.pipeline().get(Http2ConnectionHandler.class);
        return http2 != null && http2.connection().numActiveStreams() > 0;
    }

    private Duration patience() {
        return switch (phase) {
            case HEADER -> limits.headerReadTimeout();
            case BODY -> limits.bodyReadTimeout();
            case IDLE, ANSWER, OTHER -> limits.idleTimeout();
        };
    }

    private void giveUp(ChannelHandlerContext context) {
        boolean unfinished = phase == Phase.HEADER || (phase == Phase.BODY && unanswered > 0);
        if (unfinished) {
            var _ = context.writeAndFlush(timeout()).addListener(ChannelFutureListener.CLOSE);
        } else {
            var _ = context.close();
        }
    }

    private static DefaultFullHttpResponse timeout() {
        byte[] body = Refusal.TIMEOUT.body().bytes();
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, Refusal.TIMEOUT.status(), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=utf-8")
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return response;
    }
}
