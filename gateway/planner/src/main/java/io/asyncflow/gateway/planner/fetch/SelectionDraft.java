package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.graph.Move;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fetch asks of the objects at one place. */
final class SelectionDraft {

    private final Map<Slot, FieldDraft> fields = new LinkedHashMap<>();

    /**
     * A field to ask for.
     *
     * @param move as the subgraph has it
     * @param types the types to ask it of, or null for the value's own
     * @param contexts the variables that fill arguments
     */
    record FieldDraft(
            Slot slot,
            Move move,
            @Nullable List<String> types,
            List<LookupDraft.ContextDraft> contexts,
            @Nullable SelectionDraft selections) {}

    Collection<FieldDraft> fields() {
        return fields.values();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    @Nullable
    FieldDraft field(Slot slot) {
        return fields.get(slot);
    }

    FieldDraft add(FieldDraft field) {
        fields.put(field.slot(), field);
        return field;
    }

    /** Takes over the fields of another of the same objects. */
    void merge(SelectionDraft other) {
        for (FieldDraft field : other.fields.values()) {
            FieldDraft known = fields.putIfAbsent(field.slot(), field);
            if (known != null && known.selections() != null && field.selections() != null) {
                known.selections().merge(field.selections());
            }
        }
    }
}
