package io.asyncflow.gateway.cli;

import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.planner.validation.Problem;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a query is not planned, for people with an editor and for programs. */
record QueryFindings(Query query, List<Problem> problems) {

    QueryFindings {
        problems = List.copyOf(problems);
    }

    /** {@code FILE:LINE:COLUMN: CODE message} for each, with the other places it is about below it. */
    void print(PrintStream to) {
        for (Problem problem : problems) {
            List<Position> positions = problem.positions();
            String at = query.place() + (positions.isEmpty() ? "" : ":" + positions.getFirst());
            to.println(at + ": " + problem.code() + " " + problem.message());
            positions.stream().skip(1).forEach(also -> to.println(query.place() + ":" + also + ": also here"));
        }
    }

    Map<String, Object> json() {
        return Map.of("errors", problems.stream().map(this::json).toList());
    }

    private Map<String, Object> json(Problem problem) {
        var error = new LinkedHashMap<String, Object>();
        error.put("code", problem.code());
        error.put("message", problem.message());
        error.put("locations", problem.positions().stream().map(this::location).toList());
        return error;
    }

    private Map<String, Object> location(Position position) {
        var location = new LinkedHashMap<String, Object>();
        location.put("file", query.place());
        location.put("line", position.line());
        location.put("column", position.column());
        return location;
    }
}
