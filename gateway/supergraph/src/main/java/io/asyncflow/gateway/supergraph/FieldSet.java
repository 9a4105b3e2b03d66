package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Selection;
import java.util.List;

/** A selection such as {@code id organization { id }}: a key, or what a field requires or provides. */
public record FieldSet(List<Selection> selections) {

    public FieldSet {
        selections = List.copyOf(selections);
    }
}
