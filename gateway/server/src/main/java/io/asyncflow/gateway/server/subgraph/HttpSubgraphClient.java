package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.executor.SubgraphClient;
import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.subgraph.transport.EventLoops;
import io.asyncflow.gateway.server.subgraph.transport.Origin;
import io.asyncflow.gateway.server.subgraph.transport.Transport;
import io.asyncflow.gateway.supergraph.Graph;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Reaches subgraphs over HTTP. One client serves every supergraph that is loaded: a subgraph that stays where it is keeps
 * its connections and the state of its circuit.
 */
public final class HttpSubgraphClient implements SubgraphClient {

    private static final Logger LOG = LoggerFactory.getLogger(HttpSubgraphClient.class);

    private final SubgraphSettings settings;
    private final EventLoops loops;
    private final SubgraphObserver observer;
    private final Subscriptions subscriptions;
    private final Clock clock;
    private final ConcurrentMap<Place, Subgraph> subgraphs = new ConcurrentHashMap<>();
    private volatile @Nullable Set<Place> served;
    private volatile boolean stopping;

    /** A subgraph, and where it is. */
    private record Place(String subgraph, String url) {}

    /** @param resources the server's, which stay the server's to dispose of */
    public HttpSubgraphClient(
            SubgraphSettings settings,
            LoopResources resources,
            SubgraphObserver observer,
            Subscriptions subscriptions,
            Clock clock) {
        this.settings = settings;
        this.loops = new EventLoops(resources);
        this.observer = observer;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    @Override
    public Mono<Json> send(SubgraphRequest request) {
        return Mono.deferContextual(context -> {
            Subgraph subgraph = find(request.graph());
            return subgraph.send(request, observer.started(request, context));
        });
    }

    @Override
    public Flux<Json> subscribe(SubgraphRequest request) {
        return subscriptions.subscribe(request);
    }

    /**
     * A supergraph with these subgraphs is served from now on. What is asked elsewhere still comes to its end; then those
     * connections lie idle, and are closed as any others.
     */
    public void serve(Collection<Graph> graphs) {
        Set<Place> places = graphs.stream().map(this::place).collect(Collectors.toUnmodifiableSet());
        places.forEach(HttpSubgraphClient::check);
        served = places;
        subgraphs.keySet().retainAll(places);
    }

    /** What goes on with the subgraphs that are served, in the order of names. */
    public List<SubgraphState> states() {
        Set<Place> places = served;
        return subgraphs.entrySet().stream()
                .filter(entry -> places == null || places.contains(entry.getKey()))
                .map(entry -> entry.getValue().state())
                .sorted(Comparator.comparing(SubgraphState::subgraph))
                .toList();
    }

    /** Takes no more requests, lets those that run come to their end, and closes the connections. */
    public Mono<Void> close(Duration patience) {
        return Mono.defer(() -> {
            stopping = true;
            List<Mono<Void>> drains = subgraphs.values().stream()
                    .map(each -> each.drain(patience))
                    .toList();
            return Mono.when(drains).doFinally(signal -> loops.close());
        });
    }

    private Subgraph find(Graph graph) {
        Place place = place(graph);
        Subgraph known = subgraphs.get(place);
        return known == null ? subgraphs.computeIfAbsent(place, this::open) : known;
    }

    private Place place(Graph graph) {
        return new Place(graph.name(), settings.urls().getOrDefault(graph.name(), graph.url()));
    }

    private static void check(Place place) {
        if (!HttpAddress.is(place.url())) {
            LOG.warn(
                    "The subgraph {} cannot be asked: its address '{}' is no http or https URL with a host."
                            + " Correct its routing URL, or set override_subgraph_url.{}",
                    place.subgraph(),
                    place.url(),
                    place.subgraph());
        }
    }

    private Subgraph open(Place place) {
        String name = place.subgraph();
        if (stopping) {
            throw new SubgraphException("SUBGRAPH_UNREACHABLE", "The gateway is stopping");
        }
        var traffic = settings.traffic().of(name);
        var transport = new Transport(loops, origin(place), traffic.limits());
        return new Subgraph(name, settings.rules(name), traffic, transport, clock);
    }

    private static Origin origin(Place place) {
        try {
            return Origin.of(place.url());
        } catch (IllegalArgumentException e) {
            throw new SubgraphException(
                    "SUBGRAPH_UNREACHABLE", "The subgraph " + place.subgraph() + " has no address that can be used");
        }
    }
}
