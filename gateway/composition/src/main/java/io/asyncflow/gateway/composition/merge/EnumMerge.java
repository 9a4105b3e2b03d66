package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.EnumType.EnumValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Merges enums; {@link EnumValuePresence} decides which values the supergraph's has. */
final class EnumMerge {

    private final Scope scope;
    private final TypeMerge types;
    private final DescriptionMerge descriptions;
    private final EnumValuePresence presence;

    EnumMerge(Scope scope) {
        this.scope = scope;
        types = new TypeMerge(scope);
        descriptions = new DescriptionMerge(scope.findings());
        presence = new EnumValuePresence(scope);
    }

    EnumType merge(String name) {
        List<Contribution<EnumDefinition>> contributions =
                Contribution.only(EnumDefinition.class, scope.types().of(name));
        TypeMerge.Header header = types.merge(name, contributions);
        presence.checkUsed(name, contributions);
        Map<String, EnumValue> values = new LinkedHashMap<>();
        byName(contributions).forEach((valueName, with) -> {
            EnumValue value = merge(name, valueName, with);
            boolean hidden = scope.directives().isInaccessible(value.directives());
            if (presence.isKept(name, valueName, hidden, with, contributions)) {
                values.put(valueName, value);
            }
        });
        if (values.isEmpty()) {
            empty(name, contributions);
        }
        return new EnumType(name, header.description(), values, header.joins(), header.directives());
    }

    private static Map<String, List<Contribution<EnumValueDefinition>>> byName(
            List<Contribution<EnumDefinition>> contributions) {
        Map<String, List<Contribution<EnumValueDefinition>>> byName = new LinkedHashMap<>();
        for (Contribution<EnumDefinition> each : contributions) {
            for (EnumValueDefinition value : each.element().values()) {
                byName.computeIfAbsent(value.name(), key -> new ArrayList<>())
                        .add(new Contribution<>(each.by(), value));
            }
        }
        return byName;
    }

    private EnumValue merge(String type, String name, List<Contribution<EnumValueDefinition>> contributions) {
        String coordinate = Coordinate.of(type, name);
        return new EnumValue(
                name,
                descriptions.merge(
                        "Enum value \"" + coordinate + "\"", contributions, EnumValueDefinition::description),
                contributions.stream().map(each -> each.by().graph()).toList(),
                scope.directives()
                        .merge(coordinate, Contribution.applied(contributions, EnumValueDefinition::directives)));
    }

    private void empty(String name, List<Contribution<EnumDefinition>> contributions) {
        scope.findings()
                .problem(
                        ErrorCode.EMPTY_MERGED_ENUM_TYPE,
                        "Enum \"" + name + "\" has no value that all of " + Wording.subgraphs(contributions)
                                + " define, so none that clients could send. Define at least one everywhere.",
                        Contribution.places(contributions));
    }
}
