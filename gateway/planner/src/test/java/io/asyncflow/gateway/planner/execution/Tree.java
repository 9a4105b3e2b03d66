package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What fetches write into: objects are maps. */
final class Tree {

    static final String TYPENAME = "__typename";

    private final Map<String, Object> root = new LinkedHashMap<>();

    Map<String, Object> root() {
        return root;
    }

    /** An object, with those that the path leads through, from the root to itself. */
    record Located(List<Map<String, Object>> chain) {

        Map<String, Object> object() {
            return chain.getLast();
        }
    }

    List<Located> at(Path path) {
        List<Located> located = List.of(new Located(List.of(root)));
        for (Path.Segment segment : path.segments()) {
            List<Located> next = new ArrayList<>();
            for (Located each : located) {
                if (isAmong(segment.types(), each.object())) {
                    step(each, each.object().get(segment.key()), segment.lists(), next, path);
                }
            }
            located = next;
        }
        return located;
    }

    @SuppressWarnings("unchecked")
    private static void step(Located from, @Nullable Object value, int lists, List<Located> into, Path path) {
        if (value == null) {
            return;
        }
        if (lists > 0 && value instanceof List<?> items) {
            items.forEach(item -> step(from, item, lists - 1, into, path));
        } else if (lists == 0 && value instanceof Map<?, ?> object) {
            List<Map<String, Object>> chain = new ArrayList<>(from.chain());
            chain.add((Map<String, Object>) object);
            into.add(new Located(chain));
        } else {
            throw new Violation("The path " + path + " does not fit the tree: it leads to " + value);
        }
    }

    /** An object of which the tree does not tell the type is of none. */
    static boolean isAmong(List<String> types, Map<String, Object> object) {
        return types.isEmpty() || (object.get(TYPENAME) instanceof String type && types.contains(type));
    }

    /** Writes the fields into the object; what two fetches both write must be the same. */
    static void merge(Map<String, Object> into, Map<String, Object> fields) {
        fields.forEach(
                (key, value) -> into.put(key, into.containsKey(key) ? merged(key, into.get(key), value) : copy(value)));
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object merged(String key, @Nullable Object old, @Nullable Object added) {
        if (old instanceof Map<?, ?> object && added instanceof Map<?, ?> fields) {
            merge((Map<String, Object>) object, (Map<String, Object>) fields);
            return object;
        }
        if (old instanceof List<?> items && added instanceof List<?> others && items.size() == others.size()) {
            List<Object> merged = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                merged.add(merged(key, items.get(i), others.get(i)));
            }
            return merged;
        }
        if (old == null ? added != null : !old.equals(added)) {
            throw new Violation("Two fetches write different values to \"" + key + "\": " + old + " and " + added);
        }
        return old;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> fields) {
            Map<String, Object> copy = new LinkedHashMap<>();
            fields.forEach((key, field) -> copy.put((String) key, copy(field)));
            return copy;
        }
        if (value instanceof List<?> items) {
            List<Object> copy = new ArrayList<>();
            Consumer<Object> add = copy::add;
            items.forEach(item -> add.accept(copy(item)));
            return copy;
        }
        return value;
    }
}
