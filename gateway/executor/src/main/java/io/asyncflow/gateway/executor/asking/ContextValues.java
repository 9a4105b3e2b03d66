package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.plan.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the variables that take values from around an object. Immutable. */
final class ContextValues {

    private record Source(int depth, Types types, int[] slots) {}

    private final Map<String, List<Source>> variables = new LinkedHashMap<>();
    private final TypeNames names;

    ContextValues(List<Lookup.ContextValue> planned, Path path, Place root, TypeNames names) {
        this.names = names;
        for (Lookup.ContextValue each : planned) {
            Place place = place(path, each.depth(), root);
            variables
                    .computeIfAbsent(each.variable(), _ -> new ArrayList<>())
                    .add(new Source(each.depth(), new Types(each.types(), place, names), slots(each.value(), place)));
        }
    }

    private static Place place(Path path, int depth, Place root) {
        Place place = root;
        for (Path.Segment segment : path.segments().subList(0, depth)) {
            place = below(place, segment.key());
        }
        return place;
    }

    private static int[] slots(List<String> way, Place from) {
        int[] slots = new int[way.size()];
        Place place = from;
        for (int i = 0; i < slots.length; i++) {
            slots[i] = place.slot(way.get(i));
            place = below(place, way.get(i));
        }
        return slots;
    }

    private static Place below(Place place, String key) {
        Place below = place.below(key);
        return below == null ? new Place() : below;
    }

    boolean isEmpty() {
        return variables.isEmpty();
    }

    /** Writes {@code "variable":value}, with commas between, for the object at the end of the chain. */
    void write(Tree tree, int[] chain, JsonWriter writer) {
        int start = writer.length();
        variables.forEach((name, sources) -> {
            for (Source source : sources) {
                int ancestor = chain[source.depth()];
                if (source.types().include(tree, ancestor)) {
                    if (writer.length() > start) {
                        writer.add(',');
                    }
                    writer.add(RequestBody.quoted(name));
                    value(tree, ancestor, source.slots(), writer);
                    return;
                }
            }
        });
    }

    private void value(Tree tree, int ancestor, int[] slots, JsonWriter writer) {
        long cell = Cell.of(Cell.OBJECT, ancestor);
        for (int slot : slots) {
            boolean leads = Cell.kind(cell) == Cell.OBJECT && slot != Place.NONE;
            cell = leads ? tree.slot(Cell.number(cell), slot) : Cell.NOTHING;
        }
        switch (Cell.kind(cell)) {
            case Cell.LEAF -> writer.add(tree.text(), Cell.from(cell), Cell.length(cell));
            case Cell.TYPE -> writer.add(names.quoted(Cell.number(cell)));
            default -> writer.raw("null");
        }
    }
}
