package io.asyncflow.gateway.composition;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;

/** What came of composing: a supergraph, or all that stands against it. */
public sealed interface Composition {

    record Composed(Supergraph supergraph, List<Hint> hints) implements Composition {

        public Composed {
            hints = List.copyOf(hints);
        }
    }

    record Failed(List<Problem> problems) implements Composition {

        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
