package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a document, up to as many as anybody would read. */
final class Problems {

    private static final int MOST = 100;

    private static final int LONGEST = 1_000;

    private final List<Problem> found = new ArrayList<>();

    void add(String message, Position... positions) {
        found.add(new Problem(Problem.INVALID, shortened(message), List.of(positions)));
        if (found.size() >= MOST) {
            throw new Enough();
        }
    }

    /** Names and values in it are the client's, and can be of any length. */
    private static String shortened(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }

    boolean none() {
        return found.isEmpty();
    }

    /** In the order of the document. */
    List<Problem> sorted() {
        found.sort(
                Comparator.<Problem>comparingInt(problem -> problem.position().line())
                        .thenComparingInt(problem -> problem.position().column()));
        return List.copyOf(found);
    }

    /** Ends a validation that has found more than enough. */
    static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
