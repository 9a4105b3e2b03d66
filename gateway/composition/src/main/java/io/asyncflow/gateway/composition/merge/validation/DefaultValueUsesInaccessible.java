package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A default value that clients see cannot use an enum value or input field that they do not see. */
final class DefaultValueUsesInaccessible implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        Set<Coordinate> hidden = hidden(subject);
        if (hidden.isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (TypedElement element : TypedElement.all(subject)) {
            Value value = element.defaultValue();
            if (value != null && element.visible()) {
                InputReferences.in(subject.supergraph(), value, element.type()).stream()
                        .filter(hidden::contains)
                        .forEach(used -> problems.add(problem(subject, element.coordinate(), used)));
            }
        }
        return problems;
    }

    private static Set<Coordinate> hidden(Subject subject) {
        Set<Coordinate> hidden = new LinkedHashSet<>();
        Visibility visibility = subject.visibility();
        for (Type type : visibility.visibleTypes()) {
            if (type instanceof EnumType values) {
                values.values().values().stream()
                        .filter(value -> visibility.hides(value.directives()))
                        .forEach(value -> hidden.add(Coordinate.member(type.name(), value.name())));
            } else if (type instanceof InputType input) {
                input.fields().values().stream()
                        .filter(field -> visibility.hides(field.directives()))
                        .forEach(field -> hidden.add(Coordinate.member(type.name(), field.name())));
            }
        }
        return hidden;
    }

    private static Problem problem(Subject subject, Coordinate element, Coordinate used) {
        return new Problem(
                ErrorCode.DEFAULT_VALUE_USES_INACCESSIBLE,
                "The default value of \"" + element + "\" uses \"" + used + "\", which is @inaccessible. Change the"
                        + " default value, or make \"" + element + "\" @inaccessible too.",
                subject.sources().places(List.of(), element, source -> true));
    }
}
