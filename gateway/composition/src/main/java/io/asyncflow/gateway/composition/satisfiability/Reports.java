package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.List;

/** Puts a step that cannot be taken into words. */
final class Reports {

    private final QueryText queries;
    private final Reasons reasons;

    Reports(QueryText queries, Reasons reasons) {
        this.queries = queries;
        this.reasons = reasons;
    }

    void unanswerable(State state, Step step, Findings into) {
        String subject = subject(step);
        if (!into.hasProblem(subject)) {
            String message = "No subgraphs can answer this query:\n%s\n%s"
                    .formatted(queries.of(state, step), reasons.of(state, step));
            into.add(subject, new Problem(ErrorCode.SATISFIABILITY_ERROR, message, List.of()));
        }
    }

    private static String subject(Step step) {
        return switch (step) {
            case Step.Take take -> take.coordinate();
            case Step.Narrow narrow ->
                narrow.from().name() + " as " + narrow.to().name();
        };
    }
}
