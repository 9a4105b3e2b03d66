package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients that see an interface's field or argument must see it in all implementations that they see. */
final class ImplementedByInaccessible implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Type type : subject.visibility().visibleTypes()) {
            if (type instanceof FieldsType fields) {
                for (InterfaceType implemented : Implementations.interfaces(subject.supergraph(), fields)) {
                    if (!subject.visibility().hides(implemented.directives())) {
                        check(subject, fields, implemented, problems);
                    }
                }
            }
        }
        return problems;
    }

    private static void check(Subject subject, FieldsType type, InterfaceType implemented, List<Problem> problems) {
        Visibility visibility = subject.visibility();
        for (Field field : type.fields().values()) {
            Field promised = implemented.fields().get(field.name());
            if (promised == null || visibility.hides(promised.directives())) {
                continue;
            }
            if (visibility.hides(field.directives())) {
                problems.add(problem(
                        subject,
                        Coordinate.member(type.name(), field.name()),
                        Coordinate.member(implemented.name(), field.name())));
            } else {
                checkArguments(subject, type.name(), field, implemented.name(), promised, problems);
            }
        }
    }

    private static void checkArguments(
            Subject subject, String type, Field field, String implemented, Field promised, List<Problem> problems) {
        for (InputValueDefinition argument : field.arguments()) {
            InputValueDefinition promisedArgument = argument(promised, argument.name());
            if (subject.visibility().hides(argument.directives())
                    && promisedArgument != null
                    && !subject.visibility().hides(promisedArgument.directives())) {
                problems.add(problem(
                        subject,
                        Coordinate.argument(type, field.name(), argument.name()),
                        Coordinate.argument(implemented, field.name(), argument.name())));
            }
        }
    }

    private static @Nullable InputValueDefinition argument(Field field, String name) {
        for (InputValueDefinition argument : field.arguments()) {
            if (argument.name().equals(name)) {
                return argument;
            }
        }
        return null;
    }

    private static Problem problem(Subject subject, Coordinate hidden, Coordinate promised) {
        return new Problem(
                ErrorCode.IMPLEMENTED_BY_INACCESSIBLE,
                "\"" + hidden + "\" is @inaccessible, but clients see it in the interface, as \"" + promised
                        + "\". Make that one @inaccessible too, or this one accessible.",
                subject.sources().places(List.of(hidden), promised, source -> true));
    }
}
