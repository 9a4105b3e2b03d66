package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes objects of the tree as the answer has them. A null where none can be takes what is around it with it: the text
 * is cut back to where that began. An object that stands in several places is written once and copied from then on.
 */
public final class Projector {

    /** About how many bytes a deferred part of an object takes until it is sent. */
    private static final int DEFERRED = 256;

    private final Tree tree;
    private final TypeNames names;
    private final Schema schema;
    private final JsonWriter out;
    private final Faults faults;
    private final Allowance allowance;
    private final Trail trail = new Trail();
    private final JsonCursor cursor = new JsonCursor();

    /** Grows whenever text is cut off, since objects that were written there are there no longer. */
    private int age = 1;

    private final List<Later> later = new ArrayList<>();
    private Deferrals deferrals = (_, _) -> false;

    public Projector(Tree tree, Schema schema, JsonWriter out, Faults faults, Allowance allowance) {
        this.tree = tree;
        this.names = schema.names();
        this.schema = schema;
        this.out = out;
        this.faults = faults;
        this.allowance = allowance;
    }

    /** Whether a deferred part is of the object: not all objects of a place are below its fragment. */
    public interface Deferrals {

        boolean include(int deferred, int object);
    }

    /**
     * Writes the object, or null where a field that cannot be null is.
     *
     * @param path where the object is in the answer
     * @return the objects written of which some is deferred
     */
    public List<Later> write(ObjectProjection projection, int object, List<Object> path, Deferrals deferrals) {
        age++;
        later.clear();
        trail.set(path);
        this.deferrals = deferrals;
        int start = out.length();
        if (!object(projection, object)) {
            cut(start, 0);
            out.raw("null");
        }
        return List.copyOf(later);
    }

    private boolean object(ObjectProjection projection, int object) {
        long name = (long) age << 32 | projection.number();
        long known = tree.note(object, name);
        if (known != 0) {
            out.repeat((int) (known >>> 32), (int) known);
            return true;
        }
        int start = out.length();
        int told = faults.count();
        if (!fields(projection, object)) {
            return false;
        }
        if (faults.count() == told && !projection.defers()) {
            tree.note(object, (long) age << 32 | projection.number(), (long) start << 32 | out.length() - start);
        }
        return true;
    }

    private boolean fields(ObjectProjection projection, int object) {
        Field[] fields = projection.fields(projection.type(tree, object));
        if (projection.defers()) {
            defer(projection, object);
        }
        out.add('{');
        int length = trail.length();
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            if (i > 0) {
                out.add(',');
            }
            out.add(field.name);
            trail.add(field.key);
            if (!value(field, 0, field.slot == Place.NONE ? Cell.NOTHING : tree.slot(object, field.slot))) {
                trail.cut(length);
                return false;
            }
            trail.cut(length);
        }
        out.add('}');
        return true;
    }

    private void defer(ObjectProjection projection, int object) {
        for (int deferred : projection.deferred()) {
            if (deferrals.include(deferred, object)) {
                allowance.spend(DEFERRED);
                later.add(new Later(deferred, object, trail.toList()));
            }
        }
    }

    /** Writes the value; false where it is null but cannot be. */
    private boolean value(Field field, int level, long cell) {
        return switch (Cell.kind(cell)) {
            case Cell.LEAF -> leaf(field, level, Cell.from(cell), Cell.length(cell));
            case Cell.OBJECT -> below(field, level, Cell.number(cell));
            case Cell.LIST -> list(field, level, Cell.number(cell));
            case Cell.TYPE -> {
                out.add(names.quoted(Cell.number(cell)));
                yield true;
            }
            case Cell.ERROR -> {
                faults.tell(Cell.number(cell), trail);
                yield nothing(field, level);
            }
            default -> absent(field, level);
        };
    }

    private boolean absent(Field field, int level) {
        if (field.type != TypeNames.UNKNOWN) {
            out.add(names.quoted(field.type));
            return true;
        }
        if (field.nulls.isNonNull(level)) {
            faults.tell(Wrong.nullIn(field.key), trail);
        }
        return nothing(field, level);
    }

    private boolean wrong(Field field, int level) {
        faults.tell(Wrong.valueOf(field.key), trail);
        return nothing(field, level);
    }

    private boolean nothing(Field field, int level) {
        if (field.nulls.isNonNull(level)) {
            return false;
        }
        out.raw("null");
        return true;
    }

    private boolean below(Field field, int level, int object) {
        if (field.below == null || level != field.nulls.lists() || !isPossible(field, object)) {
            return wrong(field, level);
        }
        if (field.below.needsType() && !hasType(field.below, object)) {
            return untyped(field, level, tree.slot(object, field.below.typenameSlot()));
        }
        int start = out.length();
        int deferred = later.size();
        return object(field.below, object) || cutBack(field, level, start, deferred);
    }

    /** Whether it tells its own type, and not just an interface that stands for it. */
    private boolean hasType(ObjectProjection projection, int object) {
        int type = projection.type(tree, object);
        return type != TypeNames.UNKNOWN && schema.isObject(type);
    }

    /** Which fields an object has nobody knows without its type: there is none, as the specification has it. */
    private boolean untyped(Field field, int level, long type) {
        if (Cell.kind(type) == Cell.ERROR) {
            faults.tell(Cell.number(type), trail);
        } else {
            faults.tell(Wrong.typeOf(field.key), trail);
        }
        return nothing(field, level);
    }

    private boolean isPossible(Field field, int object) {
        int slot = field.below == null ? Place.NONE : field.below.typenameSlot();
        long type = slot == Place.NONE ? Cell.NOTHING : tree.slot(object, slot);
        if (Cell.kind(type) != Cell.TYPE) {
            return Cell.kind(type) != Cell.LEAF;
        }
        int number = Cell.number(type);
        return field.possible == null || field.possible.get(number) || !schema.isObject(number);
    }

    private boolean cutBack(Field field, int level, int start, int deferred) {
        cut(start, deferred);
        return nothing(field, level);
    }

    private void cut(int start, int deferred) {
        allowance.spend(out.length() - start);
        out.cut(start);
        later.subList(deferred, later.size()).clear();
        age++;
    }

    private boolean list(Field field, int level, int list) {
        if (field.below == null || level >= field.nulls.lists()) {
            return wrong(field, level);
        }
        int start = out.length();
        int deferred = later.size();
        int length = trail.length();
        int size = tree.size(list);
        out.add('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                out.add(',');
            }
            trail.add(i);
            boolean written = value(field, level + 1, tree.get(Tree.item(list, i)));
            trail.cut(length);
            if (!written) {
                return cutBack(field, level, start, deferred);
            }
        }
        out.add(']');
        return true;
    }

    private boolean leaf(Field field, int level, int from, int size) {
        if (field.leaf == null) {
            return field.below == null ? copied(from, size) : wrong(field, level);
        }
        if (level < field.nulls.lists()) {
            cursor.over(tree.text(), from, from + size);
            return leaves(field, level);
        }
        boolean fits = field.leaf.write(tree.text(), from, size, out);
        return fits || wrong(field, level);
    }

    private boolean copied(int from, int size) {
        out.add(tree.text(), from, size);
        return true;
    }

    /** Writes a list of scalars from its text. */
    private boolean leaves(Field field, int level) {
        if (cursor.peek() != '[') {
            cursor.skip();
            return wrong(field, level);
        }
        int start = out.length();
        int length = trail.length();
        boolean whole = true;
        cursor.expect('[');
        out.add('[');
        if (!cursor.take(']')) {
            int position = 0;
            do {
                if (position > 0) {
                    out.add(',');
                }
                trail.add(position++);
                boolean written = whole && item(field, level + 1);
                if (!written && whole) {
                    whole = false;
                } else if (!whole) {
                    cursor.skip();
                }
                trail.cut(length);
            } while (cursor.take(','));
            cursor.expect(']');
        }
        out.add(']');
        return whole || cutBack(field, level, start, later.size());
    }

    private boolean item(Field field, int level) {
        if (cursor.peek() == 'n') {
            cursor.skip();
            return absent(field, level);
        }
        if (level < field.nulls.lists()) {
            return leaves(field, level);
        }
        int from = cursor.skip();
        boolean fits = field.leaf != null && field.leaf.write(tree.text(), from, cursor.at() - from, out);
        return fits || wrong(field, level);
    }
}
