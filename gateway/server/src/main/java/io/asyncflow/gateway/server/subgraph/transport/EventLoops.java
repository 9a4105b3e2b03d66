package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FastThreadLocal;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.NameResolverProvider;

/** The server's event loops. A subgraph is asked on the loop that the client's request came in on: no thread is changed. */
public final class EventLoops implements AutoCloseable {

    private final EventLoopGroup group;
    private final Class<? extends SocketChannel> channelType;
    private final AddressResolverGroup<InetSocketAddress> names;
    private final FastThreadLocal<Own> own = new FastThreadLocal<>() {
        @Override
        protected Own initialValue() {
            return new Own(search());
        }
    };

    public EventLoops(LoopResources resources) {
        this.group = resources.onServer(LoopResources.DEFAULT_NATIVE);
        this.channelType = resources.onChannelClass(SocketChannel.class, group);
        this.names =
                NameResolverProvider.builder().build().newNameResolverGroup(resources, LoopResources.DEFAULT_NATIVE);
    }

    /** The one of this thread, or any where this is another thread. */
    EventLoop here() {
        EventLoop loop = own.get().loop();
        return loop == null ? group.next() : loop;
    }

    List<EventLoop> all() {
        return StreamSupport.stream(group.spliterator(), false)
                .map(EventLoop.class::cast)
                .toList();
    }

    Class<? extends SocketChannel> channelType() {
        return channelType;
    }

    AddressResolverGroup<InetSocketAddress> names() {
        return names;
    }

    private @Nullable EventLoop search() {
        for (EventExecutor loop : group) {
            if (loop.inEventLoop()) {
                return (EventLoop) loop;
            }
        }
        return null;
    }

    /** Closes what looks up names; the loops are somebody else's. */
    @Override
    public void close() {
        names.close();
    }

    private record Own(@Nullable EventLoop loop) {}
}
