package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections: looks up the host's addresses, and takes the first that accepts. */
final class Connector implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Connector.class);

    private final EventLoops loops;
    private final Addresses addresses;
    private final Origin origin;
    private final ConnectionLimits limits;
    private final @Nullable Tls tls;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);

    Connector(EventLoops loops, Origin origin, ConnectionLimits limits) {
        this.loops = loops;
        this.addresses = new Addresses(loops, origin);
        this.origin = origin;
        this.limits = limits;
        this.tls = origin.secure() ? new Tls(origin, limits) : null;
    }

    int connections() {
        return open.size();
    }

    void open(Lane lane) {
        addresses.find(lane.loop()).addListener((Future<List<InetSocketAddress>> found) -> {
            if (found.isSuccess()) {
                connect(lane, found.getNow(), 0);
            } else {
                failed(lane, found.cause());
            }
        });
    }

    private void connect(Lane lane, List<InetSocketAddress> addresses, int index) {
        new Bootstrap()
                .group(lane.loop())
                .channel(loops.channelType())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        limits.connectTimeout().toMillis())
                .handler(new ChannelInboundHandlerAdapter())
                .connect(addresses.get(index))
                .addListener((ChannelFuture connected) -> {
                    if (connected.isSuccess()) {
                        secure(lane, connected.channel());
                    } else if (index + 1 < addresses.size()) {
                        connect(lane, addresses, index + 1);
                    } else {
                        failed(lane, connected.cause());
                    }
                });
    }

    private void secure(Lane lane, Channel channel) {
        if (tls == null) {
            opened(lane, channel);
            return;
        }
        tls.secure(channel).addListener(secured -> {
            if (secured.isSuccess() && tls.speaks(channel)) {
                opened(lane, channel);
            } else {
                channel.close();
                failed(lane, secured.cause());
            }
        });
    }

    private void opened(Lane lane, Channel channel) {
        open.add(channel);
        Connection connection = limits.http2()
                ? new Http2Connection(channel, lane, limits)
                : new Http1Connection(channel, lane, limits);
        Future<?> patience = lane.loop().schedule(() -> channel.close(), timeout(), TimeUnit.MILLISECONDS);
        connection.ready().addListener(ready -> {
            patience.cancel(false);
            if (ready.isSuccess()) {
                lane.opened(connection);
                channel.closeFuture().addListener(closed -> lane.closed(connection));
            } else {
                failed(lane, ready.cause());
            }
        });
    }

    private int timeout() {
        return (int) limits.connectTimeout().toMillis();
    }

    private void failed(Lane lane, @Nullable Throwable cause) {
        log.debug("{} could not be connected to", origin.authority(), cause);
        lane.failed(cause instanceof ConnectTimeoutException ? Fault.NOT_ACCEPTED : Fault.UNREACHABLE);
    }

    /** Closes every connection, and those that are still to come. */
    @Override
    public void close() {
        open.close();
    }
}
