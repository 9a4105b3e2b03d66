package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.TypeRefMerge.MergedTypeRef;
import io.asyncflow.gateway.composition.merge.TypeRefMerge.Slot;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges the arguments of a field: those that every subgraph with the field knows, and that no gateway fills. */
final class ArgumentMerge {

    private final Scope scope;
    private final ArgumentPresence presence;
    private final ContextualArguments contextual;
    private final DescriptionMerge descriptions;
    private final TypeRefMerge types;
    private final DefaultValueMerge defaults;

    ArgumentMerge(Scope scope) {
        this.scope = scope;
        presence = new ArgumentPresence(scope.findings());
        contextual = new ContextualArguments(scope.findings());
        descriptions = new DescriptionMerge(scope.findings());
        types = new TypeRefMerge(scope);
        defaults = new DefaultValueMerge(scope.findings());
    }

    List<InputValueDefinition> merge(String field, List<Contribution<FieldDefinition>> contributions) {
        Map<String, List<Contribution<InputValueDefinition>>> byName = byName(contributions);
        if (byName.isEmpty()) {
            return List.of();
        }
        List<InputValueDefinition> merged = new ArrayList<>();
        byName.forEach((name, each) -> {
            String coordinate = Coordinate.argument(field, name);
            if (!contextual.isContextual(coordinate, each) && presence.everywhere(coordinate, each, contributions)) {
                merged.add(merge(coordinate, name, each));
            }
        });
        return merged;
    }

    static Map<String, List<Contribution<InputValueDefinition>>> byName(
            List<Contribution<FieldDefinition>> contributions) {
        Map<String, List<Contribution<InputValueDefinition>>> byName = new LinkedHashMap<>();
        for (Contribution<FieldDefinition> each : contributions) {
            for (InputValueDefinition argument : each.element().arguments()) {
                byName.computeIfAbsent(argument.name(), key -> new ArrayList<>())
                        .add(new Contribution<>(each.by(), argument));
            }
        }
        return byName;
    }

    private InputValueDefinition merge(
            String coordinate, String name, List<Contribution<InputValueDefinition>> contributions) {
        String what = "Argument \"" + coordinate + "\"";
        MergedTypeRef type = types.merge(coordinate, Slot.ARGUMENT, contributions, InputValueDefinition::type);
        return new InputValueDefinition(
                descriptions.merge(what, contributions, InputValueDefinition::description),
                name,
                type.type(),
                defaults.merge(what, ErrorCode.FIELD_ARGUMENT_DEFAULT_MISMATCH, contributions),
                scope.directives()
                        .merge(coordinate, Contribution.applied(contributions, InputValueDefinition::directives)),
                Position.NONE);
    }
}
