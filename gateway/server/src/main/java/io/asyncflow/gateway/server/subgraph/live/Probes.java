package io.asyncflow.gateway.server.subgraph.live;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.nio.NioChannelOption;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;

/**
 * Has the operating system probe a connection that is only read from, as an event stream is: where the other side is gone
 * without a word, it is lost after two intervals. The connection needs {@code SO_KEEPALIVE}.
 */
final class Probes {

    private static final int COUNT = 3;

    /** What the systems take at most. */
    private static final long LONGEST = 32_767;

    private Probes() {}

    static void every(Duration interval, Channel channel) {
        if (interval.isZero()) {
            return;
        }
        int idle = (int) Math.clamp(interval.toSeconds(), 1, LONGEST);
        int pause = Math.max(1, idle / COUNT);
        if (channel instanceof EpollSocketChannel) {
            set(channel, EpollChannelOption.TCP_KEEPIDLE, idle);
            set(channel, EpollChannelOption.TCP_KEEPINTVL, pause);
            set(channel, EpollChannelOption.TCP_KEEPCNT, COUNT);
        } else {
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), idle);
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), pause);
            set(channel, NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), COUNT);
        }
    }

    /** Without effect where the system or the transport does not have it. */
    private static void set(Channel channel, ChannelOption<Integer> option, int value) {
        channel.config().setOption(option, value);
    }
}
