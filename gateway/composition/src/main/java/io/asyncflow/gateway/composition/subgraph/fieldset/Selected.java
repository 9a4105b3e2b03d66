package io.asyncflow.gateway.composition.subgraph.fieldset;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A selection with what it selects.
 *
 * @param parent the type that is selected from; that of the condition, for a fragment with one
 * @param field the field it selects, or null for a fragment
 */
public record Selected(
        Selection selection,
        TypeDefinition parent,
        @Nullable FieldDefinition field,
        List<Selected> selections) {

    public Selected {
        selections = List.copyOf(selections);
    }
}
