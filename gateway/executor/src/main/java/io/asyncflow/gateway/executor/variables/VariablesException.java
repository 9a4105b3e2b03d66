package io.asyncflow.gateway.executor.variables;

import java.util.List;

/** The values do not fit the variables that the operation declares; each message is for the client. */
public final class VariablesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    VariablesException(List<String> problems) {
        super(problems.getFirst(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
