package io.asyncflow.gateway.server.subgraph;

import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderRules;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.asyncflow.gateway.server.subgraph.traffic.TrafficShapingSettings;
import java.util.Map;

/**
 * What the configuration says of subgraphs: its sections {@code traffic_shaping}, {@code headers},
 * {@code forwarded_for} and {@code override_subgraph_url}.
 *
 * @param urls where subgraphs are that are elsewhere than the supergraph says, by name
 */
public record SubgraphSettings(
        TrafficShapingSettings traffic,
        HeaderSettings headers,
        ForwardedForSettings forwardedFor,
        Map<String, String> urls) {

    public static final SubgraphSettings DEFAULT = new SubgraphSettings(
            TrafficShapingSettings.DEFAULT, HeaderSettings.DEFAULT, ForwardedForSettings.DEFAULT, Map.of());

    public SubgraphSettings {
        urls = Map.copyOf(urls);
    }

    public HeaderRules rules(String subgraph) {
        return HeaderRules.compile(headers, forwardedFor, subgraph);
    }
}
