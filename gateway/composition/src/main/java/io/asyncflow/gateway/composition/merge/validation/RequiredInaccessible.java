package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.merge.validation.Sources.Source;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import java.util.ArrayList;
import java.util.List;

/** Clients cannot give a value to what they do not see, so nothing hidden may need one. */
final class RequiredInaccessible implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Type type : subject.visibility().visibleTypes()) {
            if (type instanceof FieldsType fields) {
                checkFields(subject, fields, problems);
            } else if (type instanceof InputType input) {
                checkInput(subject, input, problems);
            }
        }
        subject.supergraph().directives().values().forEach(directive -> checkDirective(subject, directive, problems));
        return problems;
    }

    private static void checkFields(Subject subject, FieldsType type, List<Problem> problems) {
        Visibility visibility = subject.visibility();
        for (Field field : type.fields().values()) {
            if (visibility.hides(field.directives())) {
                continue;
            }
            for (InputValueDefinition argument : field.arguments()) {
                if (visibility.hides(argument.directives()) && isRequired(argument)) {
                    Coordinate coordinate = Coordinate.argument(type.name(), field.name(), argument.name());
                    problems.add(problem(subject, coordinate, coordinate));
                }
            }
        }
        for (InterfaceType implemented : Implementations.interfaces(subject.supergraph(), type)) {
            if (!visibility.hides(implemented.directives())) {
                checkImplementation(subject, implemented, type, problems);
            }
        }
    }

    /** An implementation may require an argument that its interface has a default value for. */
    private static void checkImplementation(
            Subject subject, InterfaceType type, FieldsType implementation, List<Problem> problems) {
        for (Field field : type.fields().values()) {
            Field implementing = implementation.fields().get(field.name());
            if (implementing != null && !hides(subject, field) && !hides(subject, implementing)) {
                for (InputValueDefinition argument : implementing.arguments()) {
                    if (isRequired(argument)
                            && !subject.visibility().hides(argument.directives())
                            && hidesArgument(subject, field, argument.name())) {
                        problems.add(problem(
                                subject,
                                Coordinate.argument(type.name(), field.name(), argument.name()),
                                Coordinate.argument(implementation.name(), field.name(), argument.name())));
                    }
                }
            }
        }
    }

    private static boolean hides(Subject subject, Field field) {
        return subject.visibility().hides(field.directives());
    }

    private static boolean hidesArgument(Subject subject, Field field, String name) {
        return field.arguments().stream()
                .anyMatch(argument ->
                        argument.name().equals(name) && subject.visibility().hides(argument.directives()));
    }

    private static void checkInput(Subject subject, InputType input, List<Problem> problems) {
        input.fields().values().forEach(field -> {
            if (subject.visibility().hides(field.directives())
                    && field.type().isNonNull()
                    && field.defaultValue() == null) {
                Coordinate coordinate = Coordinate.member(input.name(), field.name());
                problems.add(problem(subject, coordinate, coordinate));
            }
        });
    }

    private static void checkDirective(Subject subject, DirectiveDefinition directive, List<Problem> problems) {
        for (InputValueDefinition argument : directive.arguments()) {
            if (DisallowedInaccessible.isExecutable(directive)
                    && isRequired(argument)
                    && subject.visibility().hides(argument.directives())) {
                Coordinate coordinate = Coordinate.directiveArgument(directive.name(), argument.name());
                problems.add(problem(subject, coordinate, coordinate));
            }
        }
    }

    private static boolean isRequired(InputValueDefinition value) {
        return value.type().isNonNull() && value.defaultValue() == null;
    }

    private static Problem problem(Subject subject, Coordinate hidden, Coordinate required) {
        return new Problem(
                ErrorCode.REQUIRED_INACCESSIBLE,
                "\"" + hidden + "\" is @inaccessible, but "
                        + (hidden.equals(required) ? "it is required" : "\"" + required + "\" requires it")
                        + ". Give \"" + required + "\" a default value or a nullable type.",
                subject.sources().places(List.of(hidden), required, RequiredInaccessible::mayRequire));
    }

    private static boolean mayRequire(Source source) {
        return source.type() != null && (source.type().isNonNull() || !source.hasDefault());
    }
}
