package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.List;

/** A type that clients see must have something in it that they see. */
final class OnlyInaccessibleChildren implements SupergraphRule {

    @Override
    public List<Problem> check(Subject subject) {
        List<Problem> problems = new ArrayList<>();
        for (Type type : subject.visibility().visibleTypes()) {
            List<Child> children = children(subject, type);
            if (!children.isEmpty() && children.stream().allMatch(Child::hidden)) {
                problems.add(problem(subject, type, children));
            }
        }
        return problems;
    }

    private record Child(Coordinate coordinate, boolean hidden) {}

    private static List<Child> children(Subject subject, Type type) {
        return switch (type) {
            case FieldsType fields ->
                fields.fields().values().stream()
                        .map(field -> member(subject, type, field.name(), field.directives()))
                        .toList();
            case InputType input ->
                input.fields().values().stream()
                        .map(field -> member(subject, type, field.name(), field.directives()))
                        .toList();
            case EnumType values ->
                values.values().values().stream()
                        .map(value -> member(subject, type, value.name(), value.directives()))
                        .toList();
            case UnionType union ->
                union.members().stream()
                        .map(member -> new Child(
                                Coordinate.type(member.name()),
                                subject.visibility().hides(member.name())))
                        .toList();
            case ScalarType _ -> List.of();
        };
    }

    private static Child member(Subject subject, Type type, String name, List<Directive> directives) {
        return new Child(
                Coordinate.member(type.name(), name), subject.visibility().hides(directives));
    }

    private static Problem problem(Subject subject, Type type, List<Child> children) {
        List<Coordinate> coordinates = children.stream().map(Child::coordinate).toList();
        return new Problem(
                ErrorCode.ONLY_INACCESSIBLE_CHILDREN,
                "Clients see type \"" + type.name() + "\", but all of its " + childrenOf(type)
                        + " are @inaccessible. Make the type @inaccessible too, or one of them accessible.",
                subject.sources().placesWithParent(coordinates, Coordinate.type(type.name())));
    }

    private static String childrenOf(Type type) {
        return switch (type) {
            case EnumType _ -> "values";
            case UnionType _ -> "members";
            case InputType _ -> "input fields";
            case FieldsType _, ScalarType _ -> "fields";
        };
    }
}
