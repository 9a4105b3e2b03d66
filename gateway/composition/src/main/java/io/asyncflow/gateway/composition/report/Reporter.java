package io.asyncflow.gateway.composition.report;

import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.Position;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one subgraph. */
public final class Reporter {

    /** Nobody reads more, and a hostile schema must not fill the memory with them. */
    private static final int MOST = 500;

    private static final int MOST_PLACES = 20;

    private final String subgraph;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> grave = new ArrayList<>();

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
        report(problems, code, message, positions);
    }

    /** Reports a problem beside which all others may only be its consequences: they are not told then. */
    public void reportGrave(ErrorCode code, String message, Node... nodes) {
        List<Position> positions = new ArrayList<>();
        for (Node node : nodes) {
            positions.add(node.position());
        }
        report(grave, code, message, positions);
    }

    private void report(List<Problem> problems, ErrorCode code, String message, List<Position> positions) {
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
        return problems.isEmpty() && grave.isEmpty();
    }

    public boolean hasGrave() {
        return !grave.isEmpty();
    }

    public List<Problem> problems() {
        return List.copyOf(grave.isEmpty() ? problems : grave);
    }
}
