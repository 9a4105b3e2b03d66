package io.asyncflow.gateway.server.subgraph.live;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.netty.channel.ChannelOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;

/**
 * Subscriptions to subgraphs. A subscription whose connection breaks is taken up again on a new one, so that all its
 * consumer notices is what happened in between; only when that fails too often it ends, with a {@link SubgraphException}.
 */
public final class SubgraphSubscriptions {

    private final SubscriptionSettings settings;
    private final UpstreamSockets sockets;
    private final EventStreams streams;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean stopping;

    /** @param http how connections are made; it must not pool them, because each is held for long */
    public SubgraphSubscriptions(SubscriptionSettings settings, HttpClient http) {
        int patience =
                (int) Math.min(Integer.MAX_VALUE, settings.handshakeTimeout().toMillis());
        HttpClient client = http.disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, patience)
                .option(ChannelOption.SO_KEEPALIVE, true);
        this.settings = settings;
        this.sockets = new UpstreamSockets(client, settings);
        this.streams = new EventStreams(client, settings);
    }

    /** @param headers those to send, complete but for what the protocol needs */
    public Flux<Json> subscribe(SubgraphRequest request, Map<String, List<String>> headers) {
        Faults faults = new Faults(request.graph().name());
        return Flux.using(() -> open(faults), opened -> run(request, headers, faults), AtomicInteger::decrementAndGet)
                .onErrorMap(failure -> told(failure, faults));
    }

    /** How many subscriptions are open. */
    public int size() {
        return open.get();
    }

    /** How many WebSockets they share. */
    public int sockets() {
        return sockets.size();
    }

    /** Ends all subscriptions over WebSockets and takes no more; those over event streams end with their consumers. */
    public void close() {
        stopping = true;
        sockets.close();
    }

    private AtomicInteger open(Faults faults) {
        if (stopping) {
            throw faults.stopping();
        }
        if (open.incrementAndGet() > settings.maxOpenedSubscriptions()) {
            open.decrementAndGet();
            throw faults.tooMany();
        }
        return open;
    }

    private Flux<Json> run(SubgraphRequest request, Map<String, List<String>> headers, Faults faults) {
        UpstreamSettings upstream = settings.of(request.graph().name());
        Target target = Target.of(request.graph(), upstream, headers);
        Reconnection reconnection = new Reconnection(settings.reconnect());
        Flux<Json> once = switch (upstream.protocol()) {
            case WEBSOCKET, GRAPHQL_WS -> sockets.subscribe(target, request.body(), reconnection::running);
            case SSE -> streams.subscribe(target, request.body(), reconnection::running);
        };
        return once.retryWhen(reconnection.retry(faults));
    }

    private static SubgraphException told(Throwable failure, Faults faults) {
        return switch (failure) {
            case SubgraphException known -> known;
            case ConnectionLost lost -> lost.toException();
            default -> faults.unreachable().toException();
        };
    }
}
