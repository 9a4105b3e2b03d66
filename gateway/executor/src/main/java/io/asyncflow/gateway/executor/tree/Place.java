package io.asyncflow.gateway.executor.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A position in the answer, lists left out: which keys its objects can have, each with a slot. Built with the plan. */
public final class Place {

    public static final String TYPENAME = "__typename";

    /** The slot of what nobody writes. */
    public static final int NONE = -1;

    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<@Nullable Place> below = new ArrayList<>();

    public int size() {
        return below.size();
    }

    public int slot(String key) {
        return slots.getOrDefault(key, NONE);
    }

    public int add(String key) {
        return slots.computeIfAbsent(key, _ -> {
            below.add(null);
            return below.size() - 1;
        });
    }

    /** What is below the key, which is added where it is new. */
    public Place addBelow(String key) {
        int slot = add(key);
        Place place = below.get(slot);
        if (place == null) {
            place = new Place();
            below.set(slot, place);
        }
        return place;
    }

    /** What is below the key, or null where nobody writes there. */
    public @Nullable Place below(String key) {
        int slot = slot(key);
        return slot == NONE ? null : below.get(slot);
    }
}
