package io.asyncflow.gateway.cli.states;

import io.asyncflow.gateway.cli.states.StateDrawing.Edge;

/** Writes a drawing in the language of Mermaid, which Markdown pages can show. */
public final class Mermaid {

    private Mermaid() {}

    public static String write(StateDrawing drawing) {
        var mermaid = new StringBuilder("flowchart LR\n");
        drawing.clusters().forEach((graph, states) -> {
            mermaid.append("  subgraph ").append(quoted(graph.name())).append('\n');
            states.forEach(state -> mermaid.append("    ")
                    .append(drawing.name(state))
                    .append('[')
                    .append(quoted(StateDrawing.label(state)))
                    .append("]\n"));
            mermaid.append("  end\n");
        });
        drawing.edges()
                .forEach(
                        edge -> mermaid.append("  ").append(line(drawing, edge)).append('\n'));
        return mermaid.toString();
    }

    private static String line(StateDrawing drawing, Edge edge) {
        String arrow = switch (edge.way()) {
            case FIELD -> "-->";
            case ENTRANCE -> "==>";
            case NARROWING -> "-.->";
        };
        return drawing.name(edge.from()) + " " + arrow + "|" + quoted(edge.label()) + "| " + drawing.name(edge.to());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "#quot;") + "\"";
    }
}
