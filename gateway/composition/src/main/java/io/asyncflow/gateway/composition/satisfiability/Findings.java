package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a search has found: for each field its first, and so shortest, problem and hint. */
final class Findings {

    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, Hint> hints = new LinkedHashMap<>();

    boolean hasProblem(String subject) {
        return problems.containsKey(subject);
    }

    boolean hasHint(String subject) {
        return hints.containsKey(subject);
    }

    void add(String subject, Problem problem) {
        problems.putIfAbsent(subject, problem);
    }

    void add(String subject, Hint hint) {
        hints.putIfAbsent(subject, hint);
    }

    void addHints(Findings other) {
        other.hints.forEach(hints::putIfAbsent);
    }

    void addProblems(Findings other, ErrorCode code) {
        other.problems.forEach((subject, problem) -> {
            if (problem.code() == code) {
                add(subject, problem);
            }
        });
    }

    List<Problem> problems(ErrorCode code) {
        return problems.values().stream()
                .filter(problem -> problem.code() == code)
                .toList();
    }

    List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    List<Hint> hints() {
        return List.copyOf(hints.values());
    }
}
