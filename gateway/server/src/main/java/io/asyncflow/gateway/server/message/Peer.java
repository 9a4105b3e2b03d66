package io.asyncflow.gateway.server.message;

import io.netty.channel.Channel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The other end of a connection, whatever the headers that come on it say. */
public final class Peer {

    private Peer() {}

    public static @Nullable InetAddress of(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
    }
}
