package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.planner.validation.Problem;
import java.util.List;

/** A document that cannot be executed, with all that is wrong in it. */
public final class OperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public OperationException(List<Problem> problems) {
        super(problems.isEmpty() ? "" : problems.getFirst().message(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
