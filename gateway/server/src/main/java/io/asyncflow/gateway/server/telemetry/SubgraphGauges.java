package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.server.subgraph.SubgraphState;
import io.asyncflow.gateway.supergraph.Graph;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** What goes on between the gateway and the subgraphs of the graph that is served. */
public final class SubgraphGauges implements GraphRecord {

    private final Supplier<List<SubgraphState>> states;
    private final MultiGauge inFlight;
    private final MultiGauge connections;
    private final MultiGauge circuits;

    public SubgraphGauges(MeterRegistry registry, Supplier<List<SubgraphState>> states) {
        this.states = states;
        inFlight = gauge("gateway.subgraph.in.flight", "Requests to a subgraph that are under way", registry);
        connections = gauge("gateway.subgraph.connections", "Connections to a subgraph", registry);
        circuits = gauge("gateway.subgraph.circuit", "0 closed, 1 half open, 2 open", registry);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry registry) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    @Override
    public void served(Supergraph supergraph, String origin) {
        List<String> names = supergraph.graphs().stream().map(Graph::name).toList();
        register(inFlight, names, SubgraphState::inFlight);
        register(connections, names, SubgraphState::connections);
        register(circuits, names, state -> state.circuit().ordinal());
    }

    private void register(MultiGauge gauge, List<String> names, ToIntFunction<SubgraphState> value) {
        gauge.register(
                names.stream()
                        .<MultiGauge.Row<?>>map(
                                name -> MultiGauge.Row.of(Tags.of("subgraph", name), () -> of(name, value)))
                        .toList(),
                true);
    }

    /** A subgraph that was never asked is not there. */
    private int of(String subgraph, ToIntFunction<SubgraphState> value) {
        return states.get().stream()
                .filter(state -> state.subgraph().equals(subgraph))
                .mapToInt(value)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void refused(String why, String origin) {}

    @Override
    public void confirmed(String origin) {}

    @Override
    public void planned(Plan plan, long nanos) {}
}
