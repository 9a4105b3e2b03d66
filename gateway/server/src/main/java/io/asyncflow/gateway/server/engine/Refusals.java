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

    static final String LATE = "GATEWAY_TIMEOUT";
    static final String LATE_MESSAGE = "The operation takes longer than it may";

    private Refusals() {}

    static Outcome.Single of(List<Problem> problems) {
        return new Outcome.Single(response(problems), Outcome.Kind.REFUSED);
    }

    static Outcome.Single of(Outcome.Kind kind, String code, String message) {
        return new Outcome.Single(response(List.of(new Problem(code, message, List.of()))), kind);
    }

    /** The array of one error. */
    static Json errors(String code, String message) {
        return JsonValues.write(List.of(error(new Problem(code, message, List.of()))));
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
