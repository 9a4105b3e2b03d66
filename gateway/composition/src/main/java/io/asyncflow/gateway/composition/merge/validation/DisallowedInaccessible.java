package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What GraphQL or a specification defines, and the arguments of directives on schemas, cannot be hidden. */
final class DisallowedInaccessible implements SupergraphRule {

    private static final Set<String> EXECUTABLE = Set.of(
            "QUERY",
            "MUTATION",
            "SUBSCRIPTION",
            "FIELD",
            "FRAGMENT_DEFINITION",
            "FRAGMENT_SPREAD",
            "INLINE_FRAGMENT",
            "VARIABLE_DEFINITION");

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Type type : subject.supergraph().types().values()) {
            if (subject.visibility().isSpecified(type)) {
                List<Coordinate> hidden = hiddenIn(subject, type);
                if (!hidden.isEmpty()) {
                    problems.add(problem(
                            subject,
                            Coordinate.type(type.name()),
                            "Type \"" + type.name() + "\" is defined by a specification",
                            hidden));
                }
            }
        }
        subject.supergraph().directives().values().forEach(directive -> checkDirective(subject, directive, problems));
        return problems;
    }

    private static void checkDirective(Subject subject, DirectiveDefinition directive, List<Problem> problems) {
        List<Coordinate> hidden = directive.arguments().stream()
                .filter(argument -> subject.visibility().hides(argument.directives()))
                .map(argument -> Coordinate.directiveArgument(directive.name(), argument.name()))
                .toList();
        if (!hidden.isEmpty() && !isExecutable(directive)) {
            problems.add(problem(
                    subject,
                    Coordinate.directive(directive.name()),
                    "Directive \"@" + directive.name() + "\" is applied in schemas",
                    hidden));
        }
    }

    /** Whether only operations use the directive. */
    static boolean isExecutable(DirectiveDefinition directive) {
        return EXECUTABLE.containsAll(directive.locations());
    }

    private static List<Coordinate> hiddenIn(Subject subject, Type type) {
        HiddenElements hidden = new HiddenElements(subject.visibility(), new ArrayList<>());
        hidden.add(Coordinate.type(type.name()), type.directives());
        switch (type) {
            case FieldsType fields -> fields.fields().values().forEach(field -> hidden.addField(type.name(), field));
            case InputType input ->
                input.fields()
                        .values()
                        .forEach(field -> hidden.add(Coordinate.member(type.name(), field.name()), field.directives()));
            case EnumType values ->
                values.values()
                        .values()
                        .forEach(value -> hidden.add(Coordinate.member(type.name(), value.name()), value.directives()));
            case UnionType _, ScalarType _ -> {}
        }
        return hidden.coordinates;
    }

    private record HiddenElements(Visibility visibility, List<Coordinate> coordinates) {

        private void addField(String type, Field field) {
            add(Coordinate.member(type, field.name()), field.directives());
            for (InputValueDefinition argument : field.arguments()) {
                add(Coordinate.argument(type, field.name(), argument.name()), argument.directives());
            }
        }

        private void add(Coordinate coordinate, List<Directive> directives) {
            if (visibility.hides(directives)) {
                coordinates.add(coordinate);
            }
        }
    }

    private static Problem problem(Subject subject, Coordinate whole, String reason, List<Coordinate> hidden) {
        List<String> names = hidden.stream().map(each -> "\"" + each + "\"").toList();
        return new Problem(
                ErrorCode.DISALLOWED_INACCESSIBLE,
                reason + ", so nothing of it can be @inaccessible. Drop @inaccessible from " + String.join(", ", names)
                        + ".",
                subject.sources().placesWithParent(hidden, whole));
    }
}
