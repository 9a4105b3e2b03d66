package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.List;
import java.util.Set;

/** Collects the coordinates of all fields that a field set selects in one subgraph. */
final class SelectedFields {

    private final Contributor subgraph;
    private final Set<String> coordinates;

    SelectedFields(Contributor subgraph, Set<String> coordinates) {
        this.subgraph = subgraph;
        this.coordinates = coordinates;
    }

    /** The fields of an interface stand for those of its implementations too. */
    void addAll(String parent, List<Selection> selections) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> add(parent, field);
                case Selection.InlineFragment fragment ->
                    addAll(fragment.typeCondition() == null ? parent : fragment.typeCondition(), fragment.selections());
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private void add(String parent, Selection.Field selected) {
        FieldDefinition field = subgraph.field(parent, selected.name());
        if (field == null) {
            return;
        }
        coordinates.add(Coordinate.of(parent, field.name()));
        if (subgraph.type(parent) instanceof InterfaceDefinition) {
            for (ObjectDefinition implementation : subgraph.implementations(parent)) {
                coordinates.add(Coordinate.of(implementation.name(), field.name()));
            }
        }
        addAll(field.type().name(), selected.selections());
    }
}
