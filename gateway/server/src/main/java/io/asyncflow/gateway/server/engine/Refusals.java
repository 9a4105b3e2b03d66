package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.planner.validation.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outcomes of requests that are not executed. */
final class Refusals {

    private static final Problem TAKES_TOO_LONG =
            new Problem("GATEWAY_TIMEOUT", "The operation takes longer than it may", List.of());

    static final Outcome.Single LATE = new Outcome.Single(response(List.of(TAKES_TOO_LONG)), Outcome.Kind.TIMED_OUT);

    /** The array of errors of a deferred part. */
    static final Json LATE_PART = JsonValues.write(List.of(error(TAKES_TOO_LONG)));

    private Refusals() {}

    static Outcome.Single of(List<Problem> problems) {
        return new Outcome.Single(response(problems), Outcome.Kind.REFUSED);
    }

    static Outcome.Single of(Outcome.Kind kind, String code, String message) {
        return new Outcome.Single(response(List.of(new Problem(code, message, List.of()))), kind);
    }

    private static Json response(List<Problem> problems) {
        return JsonValues.write(
                Map.of("errors", problems.stream().map(Refusals::error).toList()));
    }

    private static Map<String, Object> error(Problem problem) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", problem.message());
        if (!problem.positions().isEmpty()) {
            error.put(
                    "locations",
                    problem.positions().stream().map(Refusals::location).toList());
        }
        error.put("extensions", Map.of("code", problem.code()));
        return error;
    }

    private static Map<String, Object> location(Position position) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("line", position.line());
        location.put("column", position.column());
        return location;
    }
}
