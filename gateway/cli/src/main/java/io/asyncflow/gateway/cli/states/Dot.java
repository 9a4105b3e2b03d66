package io.asyncflow.gateway.cli.states;

import io.asyncflow.gateway.cli.states.StateDrawing.Edge;

/** Writes a drawing in the language of Graphviz. */
public final class Dot {

    private Dot() {}

    public static String write(StateDrawing drawing) {
        var dot = new StringBuilder("digraph states {\n  rankdir=LR\n  node [shape=box]\n");
        drawing.clusters().forEach((graph, states) -> {
            dot.append("  subgraph \"cluster_").append(graph.name()).append("\" {\n");
            dot.append("    label=").append(quoted(graph.name())).append('\n');
            states.forEach(state -> dot.append("    ")
                    .append(drawing.name(state))
                    .append(" [label=")
                    .append(quoted(StateDrawing.label(state)))
                    .append("]\n"));
            dot.append("  }\n");
        });
        drawing.edges()
                .forEach(edge -> dot.append("  ").append(line(drawing, edge)).append('\n'));
        return dot.append("}\n").toString();
    }

    private static String line(StateDrawing drawing, Edge edge) {
        String style = switch (edge.way()) {
            case FIELD -> "";
            case ENTRANCE -> " style=dashed";
            case NARROWING -> " style=dotted";
        };
        return drawing.name(edge.from()) + " -> " + drawing.name(edge.to()) + " [label=" + quoted(edge.label()) + style
                + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
