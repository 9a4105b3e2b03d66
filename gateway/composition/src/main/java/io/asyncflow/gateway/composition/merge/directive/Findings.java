package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Hint;
import io.asyncflow.gateway.composition.report.HintCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.report.Problem;
import java.util.ArrayList;
import java.util.List;

/** What merging directives found out so far. */
final class Findings {

    private final List<Problem> problems = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();

    void problem(ErrorCode code, String message, List<Place> places) {
        problems.add(new Problem(code, message, places));
    }

    void hint(HintCode code, String message, List<Place> places) {
        hints.add(new Hint(code, message, places));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Hint> hints() {
        return List.copyOf(hints);
    }
}
