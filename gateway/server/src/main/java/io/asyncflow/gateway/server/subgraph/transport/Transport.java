package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.channel.EventLoop;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** The way to one origin: in each event loop a few connections, which no other thread touches. */
public final class Transport implements AutoCloseable {

    private final EventLoops loops;
    private final RequestWriter writer;
    private final Connector connector;
    private final Map<EventLoop, Lane> lanes = new IdentityHashMap<>();

    public Transport(EventLoops loops, Origin origin, ConnectionLimits limits) {
        this.loops = loops;
        this.writer = new RequestWriter(origin);
        this.connector = new Connector(loops, origin, limits);
        loops.all().forEach(loop -> lanes.put(loop, new Lane(loop, connector, limits)));
    }

    /**
     * Sends a request. Cancelling closes the stream or connection that it is on.
     *
     * @return the body of the answer, or a {@link Failure}
     */
    public Mono<Json> exchange(WireRequest request) {
        return Mono.create(sink -> {
            EventLoop loop = loops.here();
            Lane lane = Objects.requireNonNull(lanes.get(loop));
            new Exchange(request, writer, lane, sink).start();
        });
    }

    public int connections() {
        return connector.connections();
    }

    @Override
    public void close() {
        connector.close();
    }
}
