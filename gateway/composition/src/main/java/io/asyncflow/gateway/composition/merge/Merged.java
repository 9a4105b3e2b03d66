package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of merging: a supergraph, or all the problems that stand against one. */
public record Merged(@Nullable Supergraph supergraph, List<Problem> problems, List<Hint> hints) {

    public Merged {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }
}
