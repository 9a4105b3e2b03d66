package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.server.settings.Described;
import java.util.Map;

/** The section {@code traffic_shaping}. */
@Described("How subgraphs are asked")
public record TrafficShapingSettings(
        @Described("What holds for every subgraph") SubgraphTraffic all,

        @Described("What holds for single subgraphs, by name; what is left out is as for all")
        Map<String, SubgraphTraffic> subgraphs) {

    public static final TrafficShapingSettings DEFAULT = new TrafficShapingSettings(SubgraphTraffic.STANDARD, Map.of());

    public TrafficShapingSettings {
        all = all.over(SubgraphTraffic.STANDARD);
        subgraphs = Map.copyOf(subgraphs);
    }

    /** With every setting. */
    public SubgraphTraffic of(String subgraph) {
        SubgraphTraffic own = subgraphs.get(subgraph);
        return own == null ? all : own.over(all);
    }
}
