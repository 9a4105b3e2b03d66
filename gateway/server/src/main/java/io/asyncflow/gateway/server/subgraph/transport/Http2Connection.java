package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2SettingsFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;

/** A connection of HTTP/2: a stream for each exchange. */
final class Http2Connection extends Connection {

    private static final int STREAM_WINDOW = 1 << 20;
    private static final int CONNECTION_WINDOW = 1 << 24;

    private final Lane lane;
    private final Promise<Connection> ready;
    private int capacity = STREAMS_AT_FIRST;
    private long reads;

    Http2Connection(Channel channel, Lane lane, ConnectionLimits limits) {
        super(channel, limits);
        this.lane = lane;
        this.ready = lane.loop().newPromise();
        channel.pipeline()
                .addLast(
                        Http2FrameCodecBuilder.forClient()
                                .initialSettings(Http2Settings.defaultSettings()
                                        .pushEnabled(false)
                                        .initialWindowSize(STREAM_WINDOW))
                                .build(),
                        new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()),
                        new Settings());
        channel.writeAndFlush(new DefaultHttp2WindowUpdateFrame(CONNECTION_WINDOW));
        channel.closeFuture().addListener(closed -> ready.tryFailure(new ClosedChannelException()));
    }

    /** Done when the subgraph has told how many streams it takes: those beyond that number it would refuse. */
    @Override
    Future<Connection> ready() {
        return ready;
    }

    @Override
    int capacity() {
        return capacity;
    }

    @Override
    void carry(Exchange exchange) {
        var opening = new Http2StreamChannelBootstrap(channel())
                .handler(new ChannelInboundHandlerAdapter())
                .open();
        opening.addListener(future -> carry(exchange, opening));
    }

    private void carry(Exchange exchange, Future<Http2StreamChannel> opening) {
        if (!opening.isSuccess()) {
            lane.retire(this);
            lane.release(this);
            exchange.unsent();
            return;
        }
        Http2StreamChannel stream = opening.getNow();
        var answers = new Answers(stream);
        stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(false), answers);
        stream.closeFuture().addListener(closed -> lane.release(this));
        answers.begin(exchange);
    }

    /** What the subgraph says of the connection as a whole. */
    private final class Settings extends ConnectionFaults {

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            reads++;
            context.fireChannelReadComplete();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            try {
                if (message instanceof Http2GoAwayFrame) {
                    lane.retire(Http2Connection.this);
                } else if (message instanceof Http2SettingsFrame frame) {
                    Long streams = frame.settings().maxConcurrentStreams();
                    capacity = streams == null ? capacity : (int) Math.min(streams, Integer.MAX_VALUE);
                    ready.trySuccess(Http2Connection.this);
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }
    }

    /** A stream closes by itself once both sides have said all; closing it before that resets it. */
    private final class Answers extends AnswerHandler {

        private final Channel stream;
        private final ChannelPromise sent;
        private final boolean reused = isUsed();
        private final long readsBefore = reads;

        Answers(Channel stream) {
            super(limits().responseSize());
            this.stream = stream;
            this.sent = stream.newPromise();
        }

        @Override
        Channel channel() {
            return stream;
        }

        @Override
        boolean mayBeStale() {
            return reused;
        }

        @Override
        void answered(HttpResponse head) {}

        @Override
        ChannelPromise sent() {
            return sent;
        }

        /** A subgraph need not wait for all of a request before it answers; the rest would wait for ever. */
        @Override
        void completed() {
            if (!sent.isDone()) {
                stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR), stream.voidPromise());
            }
        }

        /** Where nothing at all has come since, the other side may be gone without a word. */
        @Override
        void timedOut() {
            if (reads == readsBefore) {
                lane.retire(Http2Connection.this);
            }
        }

        @Override
        boolean hasSurplus() {
            return false;
        }
    }
}
