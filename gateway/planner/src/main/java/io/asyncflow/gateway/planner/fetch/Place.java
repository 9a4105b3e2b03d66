package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.plan.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where objects are in the tree: the root, or a field's composite value. */
final class Place {

    private final @Nullable Place parent;
    private final @Nullable Slot slot;
    private final KeySpace keys;
    private final Map<String, List<Slot>> slots = new HashMap<>(4);
    private final Map<String, List<Slot>> byKey = new HashMap<>(4);
    private final List<Visit> visits = new ArrayList<>(1);
    private List<String> types = List.of();
    private @Nullable Slot typename;

    Place(@Nullable Place parent, @Nullable Slot slot, KeySpace keys) {
        this.parent = parent;
        this.slot = slot;
        this.keys = keys;
    }

    @Nullable
    Slot slot() {
        return slot;
    }

    @Nullable
    Place parent() {
        return parent;
    }

    KeySpace keys() {
        return keys;
    }

    /** The values of fields of the name. */
    List<Slot> slots(String name) {
        return slots.getOrDefault(name, List.of());
    }

    /** The subgraphs that its objects are asked of, those that they come from first. */
    List<Visit> visits() {
        return visits;
    }

    /** The object types that its objects can have. */
    List<String> types() {
        return types;
    }

    void setTypes(List<String> types) {
        this.types = types;
    }

    boolean hasSeveralTypes() {
        return types.size() > 1;
    }

    /** The slot that a client's field has already, since it was an input of something. */
    @Nullable
    Slot known(Field field, @Nullable List<String> forTypes) {
        if (!field.conditions().isEmpty() || !field.directives().isEmpty()) {
            return null;
        }
        for (Slot known : byKey.getOrDefault(field.key(), List.of())) {
            if (known.isPlain()
                    && known.name().equals(field.name())
                    && known.arguments().equals(field.arguments())
                    && Objects.equals(known.types(), forTypes)) {
                return known;
            }
        }
        return null;
    }

    Slot add(Field field, String key, @Nullable List<String> forTypes) {
        Slot added = new Slot(this, field, key, forTypes);
        slots.computeIfAbsent(field.name(), _ -> new ArrayList<>(1)).add(added);
        byKey.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(added);
        return added;
    }

    @Nullable
    Slot typename() {
        return typename;
    }

    void setTypename(Slot slot) {
        typename = slot;
    }

    Path path() {
        List<Path.Segment> segments = new ArrayList<>();
        for (Place place = this; place.parent != null && place.slot != null; place = place.parent) {
            Slot by = place.slot;
            segments.add(new Path.Segment(by.types() == null ? List.of() : by.types(), by.key(), by.lists()));
        }
        return new Path(segments.reversed());
    }

    int depth() {
        int depth = 0;
        for (Place place = this; place.parent != null; place = place.parent) {
            depth++;
        }
        return depth;
    }
}
