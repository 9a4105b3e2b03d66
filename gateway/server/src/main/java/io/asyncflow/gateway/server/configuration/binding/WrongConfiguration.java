package io.asyncflow.gateway.server.configuration.binding;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that cannot be used; the message is for whoever wrote it, one problem on each line. */
public final class WrongConfiguration extends RuntimeException {

    private final transient List<Problem> problems;

    public WrongConfiguration(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** A problem of no line in particular. */
    public WrongConfiguration(String message) {
        super(message);
        this.problems = List.of();
    }

    /** Those that have a place in the file, in its order. */
    public List<Problem> problems() {
        return problems;
    }
}
