package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that is asked in one place, sorted by the types that it is asked of, each in the order of first appearance. */
final class Level {

    private final Composite type;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Asked> fields = new HashMap<>();
    private @Nullable Map<Composite, Narrowed> fragments;
    private @Nullable Set<Visit> visits;

    /** Null where the order does not matter. */
    private final @Nullable Turns turns;

    Level(Composite type) {
        this.type = type;
        this.turns = type.isSerial() ? new Turns() : null;
    }

    sealed interface Entry permits Asked, Narrowed {}

    /** What is asked of a narrower type. */
    record Narrowed(Composite type, List<Asked> fields, Map<String, Asked> byKey) implements Entry {}

    private record Visit(String fragment, Composite type, Guard guard) {}

    Composite type() {
        return type;
    }

    List<Entry> entries() {
        return turns == null ? entries : turns.entries();
    }

    /** What is asked of all values under the key. */
    @Nullable
    Asked ofAll(String key) {
        return fields.get(key);
    }

    /** Whether the fragment is not yet spread for the type under the guard: a second time would change nothing. */
    boolean enters(String fragment, Composite narrowed, Guard guard) {
        if (visits == null) {
            visits = new HashSet<>();
        }
        return visits.add(new Visit(fragment, narrowed, guard));
    }

    void add(Composite narrowed, Field definition, Selection.Field field, Guard guard) {
        if (narrowed == type) {
            Asked asked = add(entries, fields, definition, field, guard);
            if (turns != null) {
                turns.add(asked);
            }
        } else {
            Narrowed fragment = fragment(narrowed);
            add(fragment.fields(), fragment.byKey(), definition, field, guard);
        }
    }

    private static Asked add(
            List<? super Asked> all, Map<String, Asked> byKey, Field definition, Selection.Field field, Guard guard) {
        String key = field.responseName();
        Asked asked = byKey.get(key);
        if (asked == null) {
            asked = new Asked(key, definition);
            byKey.put(key, asked);
            all.add(asked);
        }
        asked.add(field, guard);
        return asked;
    }

    private Narrowed fragment(Composite narrowed) {
        if (fragments == null) {
            fragments = new HashMap<>();
        }
        Narrowed fragment = fragments.get(narrowed);
        if (fragment == null) {
            fragment = new Narrowed(narrowed, new ArrayList<>(), new HashMap<>());
            fragments.put(narrowed, fragment);
            entries.add(fragment);
        }
        return fragment;
    }
}
