package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypeRefMerge.MergedTypeRef;
import io.asyncflow.gateway.composition.merge.TypeRefMerge.Slot;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges input types: the supergraph's has the fields that every subgraph with the type knows. */
final class InputMerge {

    private final Scope scope;
    private final TypeMerge types;
    private final DescriptionMerge descriptions;
    private final TypeRefMerge typeRefs;
    private final DefaultValueMerge defaults;
    private final InputFieldPresence presence;

    InputMerge(Scope scope) {
        this.scope = scope;
        types = new TypeMerge(scope);
        descriptions = new DescriptionMerge(scope.findings());
        typeRefs = new TypeRefMerge(scope);
        defaults = new DefaultValueMerge(scope.findings());
        presence = new InputFieldPresence(scope.findings());
    }

    InputType merge(String name) {
        List<Contribution<InputDefinition>> contributions =
                Contribution.only(InputDefinition.class, scope.types().of(name));
        TypeMerge.Header header = types.merge(name, contributions);
        Map<String, InputField> fields = new LinkedHashMap<>();
        byName(contributions).forEach((fieldName, with) -> {
            InputField field = merge(name, fieldName, with, contributions.size());
            if (scope.directives().isInaccessible(field.directives())
                    || presence.everywhere(Coordinate.of(name, fieldName), with, contributions)) {
                fields.put(fieldName, field);
            }
        });
        if (fields.isEmpty()) {
            empty(name, contributions);
        }
        return new InputType(name, header.description(), fields, header.joins(), header.directives());
    }

    private static Map<String, List<Contribution<InputValueDefinition>>> byName(
            List<Contribution<InputDefinition>> contributions) {
        Map<String, List<Contribution<InputValueDefinition>>> byName = new LinkedHashMap<>();
        for (Contribution<InputDefinition> each : contributions) {
            for (InputValueDefinition field : each.element().fields()) {
                byName.computeIfAbsent(field.name(), key -> new ArrayList<>())
                        .add(new Contribution<>(each.by(), field));
            }
        }
        return byName;
    }

    private InputField merge(
            String type, String name, List<Contribution<InputValueDefinition>> contributions, int subgraphs) {
        String coordinate = Coordinate.of(type, name);
        String what = "Input field \"" + coordinate + "\"";
        MergedTypeRef merged = typeRefs.merge(coordinate, Slot.INPUT_FIELD, contributions, InputValueDefinition::type);
        return new InputField(
                name,
                descriptions.merge(what, contributions, InputValueDefinition::description),
                merged.type(),
                defaults.merge(what, ErrorCode.INPUT_FIELD_DEFAULT_MISMATCH, contributions),
                FieldJoins.ofInput(contributions, contributions.size() == subgraphs, merged.allEqual()),
                scope.directives()
                        .merge(coordinate, Contribution.applied(contributions, InputValueDefinition::directives)));
    }

    private void empty(String name, List<Contribution<InputDefinition>> contributions) {
        scope.findings()
                .problem(
                        ErrorCode.EMPTY_MERGED_INPUT_TYPE,
                        "Input type \"" + name + "\" has no field that all of " + Wording.subgraphs(contributions)
                                + " define, so none that clients could send. Define at least one everywhere.",
                        Contribution.places(contributions));
    }
}
