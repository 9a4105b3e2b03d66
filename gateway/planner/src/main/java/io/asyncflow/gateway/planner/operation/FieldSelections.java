package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.validation.OperationLimits;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.List;
import java.util.Map;

/** Brings the field sets of keys, {@code @requires}, {@code @provides} and contexts into the form that is planned. */
public final class FieldSelections {

    private final Composites types;

    private FieldSelections(Composites types) {
        this.types = types;
    }

    public static FieldSelections of(Joins joins) {
        return new FieldSelections(Composites.of(joins));
    }

    /**
     * The selections on the type, which need not be visible to clients. A field that the type does not have itself is
     * asked of each of its object types that has it.
     */
    public SelectionSet on(String type, List<Selection> selections) {
        return Flattening.of(types, Map.of(), new Guards(_ -> false), null, OperationLimits.DEFAULT)
                .flatten(types.of(type), selections);
    }
}
