package io.asyncflow.gateway.planner.search;

import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a selection is answered.
 *
 * @param cost beyond what was fetched already
 * @param reveal what else is done where the value's type is not known yet
 * @param alternatives what was compared, the chosen one included
 */
public record Choice(long cost, List<Pick> picks, @Nullable Reveal reveal, List<Alternative> alternatives) {

    static final Choice IMPOSSIBLE = new Choice(Cost.IMPOSSIBLE, List.of(), null, List.of());

    public Choice {
        picks = List.copyOf(picks);
        alternatives = List.copyOf(alternatives);
    }

    /** That a subgraph is entered which knows the value's type, and the rest is asked from there. */
    public record Reveal(Route route, SelectionSet rest) {}

    /** The subgraphs that could be entered, by name, and the cost of doing so. */
    public record Alternative(List<String> graphs, long cost) {

        public Alternative {
            graphs = List.copyOf(graphs);
        }
    }
}
