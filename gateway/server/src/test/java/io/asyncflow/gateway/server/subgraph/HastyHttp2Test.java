package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.language.OperationType;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A subgraph that answers as soon as a request begins, takes no more of it, and one request at a time. */
@Timeout(60)
class HastyHttp2Test {

    private static final String ANSWER = "{\"data\":{}}";
    private static final int WINDOW = 1000;

    private final MultiThreadIoEventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

    private final Channel subgraph = new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childHandler(new Served())
            .bind("127.0.0.1", 0)
            .syncUninterruptibly()
            .channel();

    @AutoClose
    private final Asking asking =
            new Asking(new Traffic().http2().timeout(Duration.ofSeconds(5)).connections(1, 10));

    @AfterEach
    void stop() {
        loops.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS);
    }

    @Test
    void endsTheStreamOfARequestThatIsAnsweredBeforeItIsSent() {
        String url = "http://127.0.0.1:" + ((InetSocketAddress) subgraph.localAddress()).getPort() + "/";
        String large = "\"" + "x".repeat(100 * WINDOW) + "\"";
        for (int i = 0; i < 3; i++) {
            Asking.expect(asking.send(url, OperationType.MUTATION, large, Caller.UNKNOWN), ANSWER);
        }
    }

    private static final class Served extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            var settings =
                    Http2Settings.defaultSettings().maxConcurrentStreams(1).initialWindowSize(WINDOW);
            channel.pipeline()
                    .addLast(
                            Http2FrameCodecBuilder.forServer()
                                    .initialSettings(settings)
                                    .build(),
                            new Http2MultiplexHandler(new ChannelInitializer<>() {
                                @Override
                                protected void initChannel(Channel stream) {
                                    stream.config().setAutoRead(false);
                                    stream.pipeline().addLast(new Answering());
                                }
                            }));
        }
    }

    private static final class Answering extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.read();
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof Http2HeadersFrame) {
                var head = new DefaultHttp2Headers().status("200").add("content-type", "application/json");
                context.write(new DefaultHttp2HeadersFrame(head));
                context.writeAndFlush(new DefaultHttp2DataFrame(ByteBufUtil.writeUtf8(context.alloc(), ANSWER), true));
            }
            ReferenceCountUtil.release(message);
        }
    }
}
