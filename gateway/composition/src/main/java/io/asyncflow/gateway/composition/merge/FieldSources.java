package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.FieldDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a field of the supergraph comes from.
 *
 * @param type the type that has it
 * @param contributions the subgraphs that define it
 * @param lacking the subgraphs that define the type without it
 * @param abstractions interface objects that resolve it for all implementations of their interface
 */
record FieldSources(
        String type,
        String name,
        List<Contribution<FieldDefinition>> contributions,
        List<Contributor> lacking,
        List<Abstraction> abstractions) {

    /** The field of an interface object, in a subgraph that does not define the implementation itself. */
    record Abstraction(String interfaceName, Contribution<FieldDefinition> field) {

        Contributor by() {
            return field.by();
        }
    }

    String coordinate() {
        return Coordinate.of(type, name);
    }

    @Nullable
    Contribution<FieldDefinition> in(String subgraph) {
        for (Contribution<FieldDefinition> contribution : contributions) {
            if (contribution.by().name().equals(subgraph)) {
                return contribution;
            }
        }
        return null;
    }

    List<Contribution<FieldDefinition>> notExternal() {
        return contributions.stream().anyMatch(each -> Contributor.isExternal(each.element()))
                ? contributions.stream()
                        .filter(each -> !Contributor.isExternal(each.element()))
                        .toList()
                : contributions;
    }
}
