package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.Value;
import java.util.ArrayList;
import java.util.List;

/** A default value must not use an enum value or input field that merging has left out. */
final class DefaultValuesFit implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        FittingValues values = new FittingValues(subject.supergraph());
        List<Problem> problems = new ArrayList<>();
        for (TypedElement element : TypedElement.all(subject)) {
            Value value = element.defaultValue();
            if (value != null && !values.fits(value, element.type())) {
                problems.add(new Problem(
                        ErrorCode.INVALID_GRAPHQL,
                        "The default value " + Printer.print(value) + " of \"" + element.coordinate()
                                + "\" is none of the supergraph's type \"" + element.type()
                                + "\". Use only what every subgraph with that type has.",
                        subject.sources().places(List.of(), element.coordinate(), source -> true)));
            }
        }
        return problems;
    }
}
