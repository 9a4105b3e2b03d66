package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * REQUIRES_INVALID_FIELDS after the merge: what a {@code @requires} selects is asked of other subgraphs, so its
 * arguments must suit them too.
 */
final class RequiredFieldArguments {

    private final Scope scope;
    private final Supergraph supergraph;

    RequiredFieldArguments(Scope scope, Supergraph supergraph) {
        this.scope = scope;
        this.supergraph = supergraph;
    }

    /** What is wrong with an argument, and which definitions of the field it goes against. */
    private record Misfit(String type, String field, String what, Predicate<FieldDefinition> against) {}

    void check() {
        for (Contributor each : scope.contributors()) {
            for (TypeDefinition type : each.schema().types().values()) {
                if (type instanceof FieldsDefinition fields) {
                    fields.fields().forEach(field -> check(each, type.name(), field));
                }
            }
        }
    }

    private void check(Contributor by, String type, FieldDefinition field) {
        Directive requires = Applications.first(field.directives(), Federation.REQUIRES);
        if (requires != null) {
            misfit(type, Applications.fields(requires))
                    .ifPresent(misfit -> problem(by, Coordinate.of(type, field.name()), requires, misfit));
        }
    }

    private Optional<Misfit> misfit(String parent, List<Selection> selections) {
        for (Selection selection : selections) {
            Optional<Misfit> misfit = switch (selection) {
                case Selection.Field field -> misfit(parent, field);
                case Selection.InlineFragment fragment ->
                    misfit(fragment.typeCondition() == null ? parent : fragment.typeCondition(), fragment.selections());
                case Selection.FragmentSpread _ -> Optional.empty();
            };
            if (misfit.isPresent()) {
                return misfit;
            }
        }
        return Optional.empty();
    }

    private Optional<Misfit> misfit(String parent, Selection.Field selected) {
        if (!(supergraph.types().get(parent) instanceof FieldsType type)
                || type.fields().get(selected.name()) == null) {
            return Optional.empty();
        }
        Field field = type.fields().get(selected.name());
        if (field == null) {
            return Optional.empty();
        }
        return misfit(parent, field, selected.arguments())
                .or(() -> misfit(field.type().name(), selected.selections()));
    }

    private static Optional<Misfit> misfit(String type, Field field, List<Argument> given) {
        for (Argument argument : given) {
            if (field.arguments().stream().noneMatch(each -> each.name().equals(argument.name()))) {
                return Optional.of(new Misfit(
                        type,
                        field.name(),
                        "gives argument \"" + argument.name() + "\", which is missing",
                        other -> ExternalArguments.argument(other, argument.name()) == null));
            }
        }
        for (InputValueDefinition required : field.arguments()) {
            if (ArgumentPresence.isRequired(required)
                    && given.stream().noneMatch(each -> each.name().equals(required.name()))) {
                return Optional.of(new Misfit(
                        type,
                        field.name(),
                        "gives no argument \"" + required.name() + "\", which is required",
                        other -> isRequired(other, required.name())));
            }
        }
        return Optional.empty();
    }

    private static boolean isRequired(FieldDefinition field, String argument) {
        InputValueDefinition definition = ExternalArguments.argument(field, argument);
        return definition != null && ArgumentPresence.isRequired(definition);
    }

    private void problem(Contributor by, String coordinate, Directive requires, Misfit misfit) {
        List<Contributor> against = new ArrayList<>();
        List<Place> places = new ArrayList<>(List.of(Place.of(by.name(), requires.position())));
        for (Contributor other : scope.contributors()) {
            FieldDefinition field = other == by ? null : other.field(misfit.type(), misfit.field());
            if (field != null && misfit.against().test(field)) {
                against.add(other);
                places.add(Place.of(other.name(), field.position()));
            }
        }
        scope.findings()
                .problem(
                        ErrorCode.REQUIRES_INVALID_FIELDS,
                        "@requires of \"" + coordinate + "\" in subgraph \"" + by.name() + "\" selects \""
                                + Coordinate.of(misfit.type(), misfit.field()) + "\" and " + misfit.what()
                                + (against.isEmpty() ? "" : " in " + Wording.contributors(against))
                                + ". Select it with arguments that every subgraph with the field accepts.",
                        places);
    }
}
