package io.asyncflow.gateway.server.http;

import io.netty.channel.ChannelPipeline;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Limits what and how slowly a connection may send, whatever the server serves on it. */
public final class ConnectionLimits implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory>, Ordered {

    private static final String GUARD = "asyncflow.connectionGuard";

    private final HttpLimitSettings limits;

    public ConnectionLimits(HttpLimitSettings limits) {
        this.limits = limits;
    }

    /** After Spring's own, which sets the same limits from properties of its own: the last one counts. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(this::limit);
    }

    HttpServer limit(HttpServer server) {
        return server.httpRequestDecoder(decoder -> decoder.maxInitialLineLength(
                                (int) limits.httpMaxRequestLine().toBytes())
                        .maxHeaderSize((int) limits.httpMaxHeaderBytes().toBytes())
                        .h2cMaxContentLength((int) limits.httpMaxRequestBytes().toBytes()))
                .http2Settings(settings ->
                        settings.maxHeaderListSize(limits.httpMaxHeaderBytes().toBytes()))
                .doOnChannelInit((_, channel, _) -> guard(channel.pipeline()));
    }

    /** There is nothing to guard where the connection speaks HTTP/2 from its first byte. */
    private void guard(ChannelPipeline pipeline) {
        if (pipeline.get(NettyPipeline.HttpTrafficHandler) != null) {
            var guard = new ConnectionGuard(limits);
            pipeline.addFirst(guard.lookout());
            pipeline.addBefore(NettyPipeline.HttpTrafficHandler, GUARD, guard);
        }
    }
}
