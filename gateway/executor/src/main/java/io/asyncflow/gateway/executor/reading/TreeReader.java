package io.asyncflow.gateway.executor.reading;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonCursor;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Stack;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into the tree. What is there already stays and is added to, except that a value takes the place of null.
 */
public final class TreeReader {

    /** How many keys may be missing before the next is looked up by its name: those of other types. */
    private static final int FORESEEN = 8;

    private static final int DEEPEST_LIST = 500;

    private final Tree tree;
    private final TypeNames types;
    private final JsonCursor cursor = new JsonCursor();
    private final Stack items = new Stack();
    private int lists;

    public TreeReader(Tree tree, TypeNames types) {
        this.tree = tree;
        this.types = types;
    }

    /** Makes the tree's text from there to there what is read. */
    public JsonCursor over(int from, int to) {
        items.clear();
        lists = 0;
        return cursor.over(tree.text(), from, to);
    }

    /** Reads an object's fields into one of the tree. */
    public void object(Reader reader, int object) {
        cursor.expect('{');
        if (cursor.take('}')) {
            return;
        }
        int next = 0;
        do {
            int field = field(reader, next);
            cursor.expect(':');
            if (field < 0) {
                cursor.skip();
            } else {
                read(reader, field, object);
                next = field + 1;
            }
        } while (cursor.take(','));
        cursor.expect('}');
    }

    /** Passes the next key and tells which field it is; mostly it is the one after the last. */
    private int field(Reader reader, int likely) {
        if (cursor.peek() != '"') {
            throw cursor.wrong("Expected a name");
        }
        int last = Math.min(reader.size(), likely + FORESEEN);
        for (int i = likely; i < last; i++) {
            if (cursor.takeName(reader.name(i))) {
                return i;
            }
        }
        int start = cursor.skip();
        return reader.field(JsonValues.text(new Json(cursor.bytes(), start, cursor.at())));
    }

    private void read(Reader reader, int field, int object) {
        int slot = reader.slot(field);
        long before = tree.slot(object, slot);
        long value = value(reader.below(field), before, reader, field);
        tree.slot(object, slot, value);
    }

    private long value(@Nullable Reader below, long before, Reader reader, int field) {
        int kind = cursor.peek();
        if (kind == 'n') {
            cursor.word("null");
            return Cell.isEmpty(before) ? Cell.NO_VALUE : before;
        }
        if (below != null) {
            return composite(below, before, kind);
        }
        int start = cursor.skip();
        if (Cell.kind(before) == Cell.LEAF) {
            return before;
        }
        return reader.isTypename(field) ? typename(start) : Cell.leaf(start, cursor.at());
    }

    private long typename(int start) {
        int type = types.number(cursor.bytes(), start, cursor.at());
        return type == TypeNames.UNKNOWN ? Cell.leaf(start, cursor.at()) : Cell.of(Cell.TYPE, type);
    }

    private long composite(Reader reader, long before, int kind) {
        return switch (kind) {
            case '{' -> {
                boolean known = Cell.kind(before) == Cell.OBJECT;
                int object = known ? Cell.number(before) : tree.newObject(reader.place());
                object(reader, object);
                yield Cell.of(Cell.OBJECT, object);
            }
            case '[' -> list(reader, before);
            case 'n' -> {
                cursor.word("null");
                yield Cell.isEmpty(before) ? Cell.NO_VALUE : before;
            }
            default -> {
                int start = cursor.skip();
                yield Cell.leaf(start, cursor.at());
            }
        };
    }

    private long list(Reader reader, long before) {
        cursor.expect('[');
        if (++lists > DEEPEST_LIST) {
            throw cursor.wrong("Lists nested deeper than " + DEEPEST_LIST);
        }
        int known = Cell.kind(before) == Cell.LIST ? Cell.number(before) : -1;
        int size = known < 0 ? 0 : tree.size(known);
        int from = items.size();
        if (!cursor.take(']')) {
            do {
                int position = items.size() - from;
                long item = position < size ? tree.get(Tree.item(known, position)) : Cell.NOTHING;
                items.push(composite(reader, item, cursor.peek()));
            } while (cursor.take(','));
            cursor.expect(']');
        }
        lists--;
        if (known >= 0 && items.size() - from == size) {
            tree.refill(known, items, from);
            return before;
        }
        return Cell.of(Cell.LIST, tree.newList(items, from));
    }
}
