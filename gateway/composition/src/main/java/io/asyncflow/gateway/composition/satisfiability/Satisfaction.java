package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.List;

/** What the proof came to: all queries can be answered where there are no problems. */
public record Satisfaction(List<Problem> problems, List<Hint> hints) {

    public Satisfaction {
        problems = List.copyOf(problems);
        hints = List.copyOf(hints);
    }
}
