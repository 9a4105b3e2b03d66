package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.configuration.binding.Sections;
import io.asyncflow.gateway.server.configuration.binding.YamlFile;
import io.asyncflow.gateway.server.graphiql.GraphiqlSettings;
import io.asyncflow.gateway.server.http.ApqSettings;
import io.asyncflow.gateway.server.http.BatchingSettings;
import io.asyncflow.gateway.server.http.CompressionSettings;
import io.asyncflow.gateway.server.http.CorsSettings;
import io.asyncflow.gateway.server.http.CsrfSettings;
import io.asyncflow.gateway.server.http.StreamSettings;
import io.asyncflow.gateway.server.live.WebSocketSettings;
import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.HttpAddress;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.asyncflow.gateway.server.subgraph.live.SubscriptionSettings;
import io.asyncflow.gateway.server.subgraph.traffic.TrafficShapingSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** All that can be set, section by section. A new section is one more component: its record's {@code DEFAULT} is found. */
@Described("The gateway's configuration.")
public record GatewayConfiguration(
        SupergraphSettings supergraph,

        @Described("Where the queries of subgraphs go instead of the address that the supergraph gives, by subgraph.")
        Map<String, String> overrideSubgraphUrl,

        IncludeSubgraphErrors includeSubgraphErrors,
        HeaderSettings headers,
        ForwardedForSettings forwardedFor,
        TrafficShapingSettings trafficShaping,
        CorsSettings cors,
        CsrfSettings csrf,
        LimitSettings limits,
        ApqSettings apq,
        BatchingSettings batching,
        CompressionSettings compression,
        StreamSettings streams,
        WebSocketSettings websocket,
        SubscriptionSettings subscription,

        @Described("The page that developers explore the graph with. In production only if it is turned on here.")
        GraphiqlSettings graphiql,

        Homepage homepage,
        ExposeQueryPlan exposeQueryPlan,
        TelemetrySettings telemetry) {

    /** What holds on the machine of a developer: everything that helps is on. */
    public static final GatewayConfiguration DEFAULT = Sections.defaults(GatewayConfiguration.class);

    /** What holds in production: nothing is told that was not asked for. */
    public static final GatewayConfiguration PRODUCTION = new YamlFile("production", """
            supergraph: { introspection: false }
            include_subgraph_errors: { all: false }
            graphiql: { enabled: false }
            expose_query_plan: { enabled: false }
            """).bind(DEFAULT, _ -> null);

    public GatewayConfiguration {
        overrideSubgraphUrl = Collections.unmodifiableMap(new LinkedHashMap<>(overrideSubgraphUrl));
        overrideSubgraphUrl.forEach(GatewayConfiguration::checkUrl);
    }

    /** What holds where nothing is configured. */
    public static GatewayConfiguration defaults(boolean production) {
        return production ? PRODUCTION : DEFAULT;
    }

    GatewayConfiguration with(SupergraphSettings other) {
        return Sections.replace(this, other);
    }

    private static void checkUrl(String subgraph, String url) {
        if (!HttpAddress.is(url)) {
            throw new IllegalArgumentException("overrideSubgraphUrl." + subgraph + HttpAddress.EXPECTED);
        }
    }
}
