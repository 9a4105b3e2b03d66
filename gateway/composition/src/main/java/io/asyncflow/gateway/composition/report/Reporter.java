package io.asyncflow.gateway.composition.report;

import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one subgraph. */
public final class Reporter {

    /** Nobody reads more, and a hostile schema must not fill the memory with them. */
    private static final int MOST = 500;

    private static final int MOST_PLACES = 20;

    private final String subgraph;
    private final List<Problem> problems = new ArrayList<>();

    public Reporter(String subgraph) {
        this.subgraph = subgraph;
    }

    public void report(ErrorCode code, String message, Node... nodes) {
        List<Position> positions = new ArrayList<>();
        for (Node node : nodes) {
            positions.add(node.position());
        }
        report(code, message, positions);
    }

    public void report(ErrorCode code, String message, List<Position> positions) {
        if (problems.size() == MOST) {
            return;
        }
        List<Place> places = positions.stream()
                .filter(position -> position.line() > 0)
                .limit(MOST_PLACES)
                .map(position -> Place.of(subgraph, position))
                .toList();
        problems.add(new Problem(code, message, places));
    }

    public boolean clean() {
        return problems.isEmpty();
    }

    public boolean has(Set<ErrorCode> codes) {
        return problems.stream().anyMatch(problem -> codes.contains(problem.code()));
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
