package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that values have at one path of the tree; what the planner adds there must not take a client's. */
final class KeySpace {

    private final @Nullable KeySpace above;
    private final String key;
    private final List<SelectionSet> selections;
    private @Nullable Map<String, KeySpace> below;

    /** Null until it is needed; then the field that each name stands for, empty where it stands for several. */
    private @Nullable Map<String, String> taken;

    private KeySpace(@Nullable KeySpace above, String key, List<SelectionSet> selections) {
        this.above = above;
        this.key = key;
        this.selections = selections;
    }

    /** At the root. */
    static KeySpace of(SelectionSet selections) {
        return new KeySpace(null, "", List.of(selections));
    }

    KeySpace below(String name) {
        Map<String, KeySpace> spaces = below == null ? new HashMap<>() : below;
        below = spaces;
        return spaces.computeIfAbsent(name, _ -> new KeySpace(this, name, List.of()));
    }

    /** All that clients select at the path. */
    private List<SelectionSet> selections() {
        if (above == null) {
            return selections;
        }
        List<SelectionSet> found = new ArrayList<>();
        for (SelectionSet set : above.selections()) {
            for (Selected selected : set.selections()) {
                switch (selected) {
                    case Field field -> addBelow(field, found);
                    case Selected.Fragment fragment -> fragment.fields().forEach(field -> addBelow(field, found));
                }
            }
        }
        return found;
    }

    private void addBelow(Field field, List<SelectionSet> into) {
        if (field.key().equals(key) && field.selections() != null) {
            into.add(field.selections());
        }
    }

    /** The key for a client's field: its own, unless that is where the type's name is kept. */
    String keyOf(Field field) {
        boolean isTaken = field.key().equals("__typename") && !field.name().equals("__typename");
        return isTaken ? freshKey("_typename") : field.key();
    }

    /** The key for a field that is added. */
    String keyFor(Field field) {
        String meaning = meaning(field);
        String key = field.name();
        for (int i = 1; !meaning.equals(taken().computeIfAbsent(key, _ -> meaning)); i++) {
            key = "_" + field.name() + (i == 1 ? "" : "_" + i);
        }
        return key;
    }

    /** A key that nobody has yet. */
    String freshKey(String name) {
        int i = 1;
        while (taken().containsKey(name + "_" + i)) {
            i++;
        }
        taken().put(name + "_" + i, "");
        return name + "_" + i;
    }

    private Map<String, String> taken() {
        if (taken == null) {
            Map<String, String> names = new HashMap<>();
            for (SelectionSet set : selections()) {
                for (Selected selected : set.selections()) {
                    switch (selected) {
                        case Field field -> take(field, names);
                        case Selected.Fragment fragment -> fragment.fields().forEach(field -> take(field, names));
                    }
                }
            }
            taken = names;
        }
        return taken;
    }

    private static void take(Field field, Map<String, String> names) {
        names.merge(field.key(), meaning(field), (one, other) -> one.equals(other) ? one : "");
    }

    private static String meaning(Field field) {
        return field.arguments().isEmpty() ? field.name() : field.name() + field.arguments();
    }
}
