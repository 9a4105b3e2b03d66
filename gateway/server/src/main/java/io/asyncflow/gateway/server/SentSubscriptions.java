package io.asyncflow.gateway.server;

import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.SubgraphSettings;
import io.asyncflow.gateway.server.subgraph.Subscriptions;
import io.asyncflow.gateway.server.subgraph.header.HeaderRules;
import io.asyncflow.gateway.server.subgraph.live.SubgraphSubscriptions;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;

/** Subscriptions, sent where the settings say and with the headers that they say. */
final class SentSubscriptions implements Subscriptions {

    private final SubgraphSettings settings;
    private final SubgraphSubscriptions subscriptions;
    private final Map<String, HeaderRules> rules = new ConcurrentHashMap<>();

    SentSubscriptions(SubgraphSettings settings, SubgraphSubscriptions subscriptions) {
        this.settings = settings;
        this.subscriptions = subscriptions;
    }

    @Override
    public Flux<Json> subscribe(SubgraphRequest request) {
        Graph graph = request.graph();
        HeaderRules headers = rules.computeIfAbsent(graph.name(), settings::rules);
        String url = settings.urls().getOrDefault(graph.name(), graph.url());
        return subscriptions.subscribe(
                new SubgraphRequest(
                        new Graph(graph.id(), graph.name(), url),
                        request.type(),
                        request.fetch(),
                        request.body(),
                        request.caller()),
                headers.apply(request.caller()).toMap());
    }
}
