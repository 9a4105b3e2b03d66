package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.Channel;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.Future;
import javax.net.ssl.SSLException;

/** Encryption, with the certificates that the JDK trusts. */
final class Tls {

    private final Origin origin;
    private final ConnectionLimits limits;
    private final SslContext context;

    Tls(Origin origin, ConnectionLimits limits) {
        this.origin = origin;
        this.limits = limits;
        this.context = context(limits.http2());
    }

    private static SslContext context(boolean http2) {
        SslContextBuilder builder =
                SslContextBuilder.forClient().sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm("HTTPS");
        try {
            return http2 ? builder.applicationProtocolConfig(onlyHttp2()).build() : builder.build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be used", e);
        }
    }

    private static ApplicationProtocolConfig onlyHttp2() {
        return new ApplicationProtocolConfig(
                ApplicationProtocolConfig.Protocol.ALPN,
                ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2);
    }

    /** Shakes hands. */
    Future<Channel> secure(Channel channel) {
        SslHandler handler = context.newHandler(channel.alloc(), origin.host(), origin.port());
        handler.setHandshakeTimeoutMillis(limits.connectTimeout().toMillis());
        channel.pipeline().addLast(handler, new ConnectionFaults());
        return handler.handshakeFuture();
    }

    /** Whether the protocol that was agreed on is the one that is wanted. */
    boolean speaks(Channel channel) {
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        return !limits.http2() || ApplicationProtocolNames.HTTP_2.equals(handler.applicationProtocol());
    }
}
