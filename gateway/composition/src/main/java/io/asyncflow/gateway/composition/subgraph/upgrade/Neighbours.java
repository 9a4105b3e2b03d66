package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.fieldset.Externals;
import io.asyncflow.gateway.composition.subgraph.fieldset.FieldSets;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other subgraphs know of a type. */
final class Neighbours {

    private final Map<String, List<Neighbour>> byType = new HashMap<>();

    /** A type with fields, and the draft it is from. */
    record Neighbour(Draft draft, FieldsDefinition type, FieldSets fieldSets, Externals externals) {

        @Nullable
        FieldDefinition field(String name) {
            return draft.types().get(type.name()) == null ? null : draft.field(type, name);
        }

        /** Whether the subgraph resolves the field, be it on some paths only. */
        boolean resolves(String field) {
            Coordinate coordinate = new Coordinate(type.name(), field);
            return field(field) != null && (!externals.isExternal(coordinate) || externals.isProvided(coordinate));
        }
    }

    Neighbours(List<Draft> drafts) {
        for (Draft draft : drafts) {
            FieldSets fieldSets = new FieldSets(draft);
            Externals externals = new Externals(draft, fieldSets);
            for (TypeDefinition type : draft.types().values()) {
                if (type instanceof FieldsDefinition fields) {
                    byType.computeIfAbsent(type.name(), _ -> new ArrayList<>())
                            .add(new Neighbour(draft, fields, fieldSets, externals));
                }
            }
        }
    }

    /** The same type in all subgraphs but this one. */
    List<Neighbour> of(Draft draft, String type) {
        String own = draft.header().subgraph();
        return byType.getOrDefault(type, List.of()).stream()
                .filter(neighbour -> !neighbour.draft().header().subgraph().equals(own))
                .toList();
    }
}
