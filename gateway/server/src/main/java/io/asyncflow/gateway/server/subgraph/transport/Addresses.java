package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.EventLoop;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.List;

/** Looks up where a host is. */
final class Addresses {

    private final EventLoops loops;
    private final Origin origin;

    Addresses(EventLoops loops, Origin origin) {
        this.loops = loops;
        this.origin = origin;
    }

    /** This machine answers to both of its own addresses (RFC 6761), whatever its hosts file says. */
    Future<List<InetSocketAddress>> find(EventLoop loop) {
        if (origin.host().equalsIgnoreCase("localhost")) {
            return loop.newSucceededFuture(List.of(
                    new InetSocketAddress(NetUtil.LOCALHOST4, origin.port()),
                    new InetSocketAddress(NetUtil.LOCALHOST6, origin.port())));
        }
        return loops.names()
                .getResolver(loop)
                .resolveAll(InetSocketAddress.createUnresolved(origin.host(), origin.port()));
    }
}
