package io.asyncflow.gateway.executor.reading;

import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.language.Selection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request expects of an object: its keys in the order in which they are likely to come, with the slots that take
 * their values. Immutable.
 */
public final class Reader {

    private final String[] keys;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final byte[][] names;
    private final int[] slots;
    private final @Nullable Reader[] below;
    private final Place place;

    private Reader(List<String> keys, List<Integer> slots, List<@Nullable Reader> below, Place place) {
        this.keys = keys.toArray(String[]::new);
        this.names = keys.stream()
                .map(key -> ('"' + key + '"').getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        this.slots = slots.stream().mapToInt(Integer::intValue).toArray();
        this.below = below.toArray(Reader[]::new);
        this.place = place;
        for (int i = 0; i < keys.size(); i++) {
            numbers.put(keys.get(i), i);
        }
    }

    /** The reader of what a request selects; the place gets slots for all of it. */
    public static Reader of(List<Selection> selections, Place place) {
        Map<String, List<Selection>> fields = new LinkedHashMap<>();
        collect(selections, fields);
        List<Integer> slots = new ArrayList<>();
        List<@Nullable Reader> below = new ArrayList<>();
        fields.forEach((key, nested) -> {
            slots.add(place.add(key));
            below.add(nested.isEmpty() ? null : of(nested, place.addBelow(key)));
        });
        return new Reader(List.copyOf(fields.keySet()), slots, below, place);
    }

    private static void collect(List<Selection> selections, Map<String, List<Selection>> fields) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field ->
                    fields.computeIfAbsent(field.responseName(), _ -> new ArrayList<>())
                            .addAll(field.selections());
                case Selection.InlineFragment fragment -> collect(fragment.selections(), fields);
                case Selection.FragmentSpread spread ->
                    throw new IllegalStateException("Requests have no fragments of a name, as " + spread.name());
            }
        }
    }

    /** Where its objects stand. All readers of a plan are made before the first reads. */
    public Place place() {
        return place;
    }

    public int size() {
        return slots.length;
    }

    public int slot(int field) {
        return slots[field];
    }

    /** How the field's value is read, or null where it is taken as it is. */
    public @Nullable Reader below(int field) {
        return below[field];
    }

    byte[] name(int field) {
        return names[field];
    }

    boolean isTypename(int field) {
        return keys[field].equals(Place.TYPENAME);
    }

    /** The field of the key, or -1. */
    public int field(String key) {
        return numbers.getOrDefault(key, -1);
    }
}
