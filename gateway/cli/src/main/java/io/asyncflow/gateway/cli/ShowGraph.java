package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.cli.states.Dot;
import io.asyncflow.gateway.cli.states.Mermaid;
import io.asyncflow.gateway.cli.states.StateDrawing;
import io.asyncflow.gateway.cli.states.StateText;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.validation.Spelling;
import io.asyncflow.gateway.supergraph.Joins;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;
import java.util.Set;

/** {@code commerce graph}: the states that the planner walks on. */
final class ShowGraph {

    private static final List<String> OPTIONS = List.of("--supergraph", "--type", "--labels", "--format");

    private final Options options;
    private final Surroundings surroundings;

    private ShowGraph(Options options, Surroundings surroundings) {
        this.options = options;
        this.surroundings = surroundings;
    }

    static int run(List<String> arguments, Surroundings surroundings) {
        Options options = Options.parse(arguments, "graph", OPTIONS);
        if (options.has("--help")) {
            return Help.print(List.of("graph"), surroundings.out());
        }
        return new ShowGraph(options, surroundings).run();
    }

    private int run() {
        String format = options.choice("--format", List.of("text", "dot", "mermaid"));
        Supergraph supergraph = SupergraphFile.read(options, surroundings, "There is nothing to show")
                .supergraph();
        Set<String> labels = OverrideLabels.chosen(options, supergraph);
        StateGraph graph = StateGraph.of(Joins.of(supergraph), labels);
        List<String> types = types(supergraph, graph);
        surroundings
                .out()
                .print(
                        switch (format) {
                            case "dot" -> Dot.write(StateDrawing.of(graph, types));
                            case "mermaid" -> Mermaid.write(StateDrawing.of(graph, types));
                            default -> StateText.print(graph, types);
                        });
        return GatewayCli.OK;
    }

    private List<String> types(Supergraph supergraph, StateGraph graph) {
        List<String> known = supergraph.types().keySet().stream()
                .filter(type -> !graph.states(type).isEmpty())
                .toList();
        String type = options.single("--type");
        if (type == null) {
            return known;
        }
        if (known.contains(type)) {
            return List.of(type);
        }
        throw new WrongUsage(
                supergraph.types().containsKey(type)
                        ? "'" + type + "' has no states: only object types, interfaces and unions have."
                        : "There is no type '" + type + "' in the supergraph." + Spelling.suggestion(type, known));
    }
}
