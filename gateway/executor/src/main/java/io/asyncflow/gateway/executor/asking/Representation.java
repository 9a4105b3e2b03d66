package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.plan.Lookup;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what is sent of an object: its type and its inputs. Immutable. */
final class Representation {

    /** What came of writing: an error's number where one left an input without a value, or one of these. */
    static final int WRITTEN = -1;

    static final int LACKING = -2;

    private final Types types;
    private final byte[] typename;
    private final List<Input> inputs;
    private final TypeNames names;

    Representation(Lookup.Representation planned, Place place, TypeNames names) {
        this.types = new Types(planned.types(), place, names);
        this.typename = ("{\"__typename\":\"" + planned.typename() + '"').getBytes(StandardCharsets.UTF_8);
        this.inputs = inputs(planned.inputs(), place, names);
        this.names = names;
    }

    private static List<Input> inputs(List<Lookup.Input> planned, Place place, TypeNames names) {
        return planned.stream().map(each -> new Input(each, place, names)).toList();
    }

    private static final class Input {

        private final Types types;
        private final byte[] name;
        private final int slot;
        private final List<Input> below;

        private Input(Lookup.Input planned, Place place, TypeNames names) {
            Place under = place.below(planned.from());
            types = new Types(planned.types(), place, names);
            name = ('"' + planned.name() + "\":").getBytes(StandardCharsets.UTF_8);
            slot = place.slot(planned.from());
            below = inputs(planned.inputs(), under == null ? new Place() : under, names);
        }
    }

    boolean isFor(Tree tree, int object) {
        return types.include(tree, object);
    }

    /** Writes the object's, or the beginning of it where an input has no value. */
    int write(Tree tree, int object, JsonWriter writer) {
        writer.add(typename);
        int outcome = write(inputs, tree, object, writer, false);
        writer.add('}');
        return outcome;
    }

    private int write(List<Input> fields, Tree tree, int object, JsonWriter writer, boolean first) {
        boolean comma = !first;
        for (int i = 0; i < fields.size(); i++) {
            Input input = fields.get(i);
            if (input.types.include(tree, object)) {
                if (comma) {
                    writer.add(',');
                }
                comma = true;
                writer.add(input.name);
                long cell = input.slot == Place.NONE ? Cell.NOTHING : tree.slot(object, input.slot);
                int outcome = value(input, cell, tree, writer);
                if (outcome != WRITTEN) {
                    return outcome;
                }
            }
        }
        return WRITTEN;
    }

    private int value(Input input, long cell, Tree tree, JsonWriter writer) {
        switch (Cell.kind(cell)) {
            case Cell.NULL -> writer.raw("null");
            case Cell.LEAF -> writer.add(tree.text(), Cell.from(cell), Cell.length(cell));
            case Cell.TYPE -> writer.add(names.quoted(Cell.number(cell)));
            case Cell.OBJECT -> {
                writer.add('{');
                int outcome = write(input.below, tree, Cell.number(cell), writer, true);
                writer.add('}');
                return outcome;
            }
            case Cell.LIST -> {
                return list(input, Cell.number(cell), tree, writer);
            }
            default -> {
                return Cell.kind(cell) == Cell.ERROR ? Cell.number(cell) : LACKING;
            }
        }
        return WRITTEN;
    }

    private int list(Input input, int list, Tree tree, JsonWriter writer) {
        writer.add('[');
        for (int i = 0; i < tree.size(list); i++) {
            if (i > 0) {
                writer.add(',');
            }
            int outcome = value(input, tree.get(Tree.item(list, i)), tree, writer);
            if (outcome != WRITTEN) {
                return outcome;
            }
        }
        writer.add(']');
        return WRITTEN;
    }
}
