package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Stack;
import io.asyncflow.gateway.executor.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Gives objects that were asked for together what was read into one of them, or the fault that they share. */
final class Merging {

    private final Tree tree;
    private final boolean shares;

    Merging(Tree tree, boolean shares) {
        this.tree = tree;
        this.shares = shares;
    }

    /** Adds what the reader's fields hold in one object to the other. */
    void copy(Reader reader, int from, int to) {
        if (from == to) {
            return;
        }
        for (int i = 0; i < reader.size(); i++) {
            int slot = reader.slot(i);
            long added = tree.slot(from, slot);
            if (Cell.kind(added) != Cell.ABSENT) {
                long merged = merged(reader.below(i), added, tree.slot(to, slot));
                tree.slot(to, slot, merged);
            }
        }
    }

    private long merged(@Nullable Reader below, long added, long before) {
        if (Cell.isEmpty(before)) {
            return below == null || shares ? added : cloned(below, added);
        }
        if (below == null || Cell.kind(added) != Cell.kind(before) || added == before) {
            return Cell.isEmpty(added) ? before : added;
        }
        if (Cell.kind(added) == Cell.OBJECT) {
            copy(below, Cell.number(added), Cell.number(before));
        } else if (Cell.kind(added) == Cell.LIST) {
            items(below, Cell.number(added), Cell.number(before));
        }
        return before;
    }

    private void items(Reader below, int from, int to) {
        int size = Math.min(tree.size(from), tree.size(to));
        for (int i = 0; i < size; i++) {
            long merged = merged(below, tree.get(Tree.item(from, i)), tree.get(Tree.item(to, i)));
            tree.set(Tree.item(to, i), merged);
        }
    }

    private long cloned(Reader below, long value) {
        return switch (Cell.kind(value)) {
            case Cell.OBJECT -> {
                int copy = tree.newObject(below.place());
                copy(below, Cell.number(value), copy);
                yield Cell.of(Cell.OBJECT, copy);
            }
            case Cell.LIST -> {
                Stack items = new Stack();
                for (int i = 0; i < tree.size(Cell.number(value)); i++) {
                    items.push(cloned(below, tree.get(Tree.item(Cell.number(value), i))));
                }
                yield Cell.of(Cell.LIST, tree.newList(items, 0));
            }
            default -> value;
        };
    }

    /** Writes the fault wherever the reader's fields have nothing. */
    void fail(Reader reader, int object, int fault) {
        for (int i = 0; i < reader.size(); i++) {
            long cell = tree.slot(object, reader.slot(i));
            Reader below = reader.below(i);
            if (Cell.kind(cell) == Cell.ABSENT) {
                tree.slot(object, reader.slot(i), Cell.of(Cell.ERROR, fault));
            } else if (below != null) {
                failWithin(below, cell, fault);
            }
        }
    }

    /** Others have brought the object, but not what the failed request should have added to it. */
    private void failWithin(Reader below, long cell, int fault) {
        if (Cell.kind(cell) == Cell.OBJECT) {
            fail(below, Cell.number(cell), fault);
        } else if (Cell.kind(cell) == Cell.LIST) {
            int list = Cell.number(cell);
            for (int i = 0; i < tree.size(list); i++) {
                failWithin(below, tree.get(Tree.item(list, i)), fault);
            }
        }
    }

    /** Takes back what was read since the tree had that much in it; nulls too, as nobody knows whose they are. */
    void undo(Reader reader, int object, int cells, int text) {
        for (int i = 0; i < reader.size(); i++) {
            int slot = reader.slot(i);
            tree.slot(object, slot, undone(reader.below(i), tree.slot(object, slot), cells, text));
        }
    }

    private long undone(@Nullable Reader below, long cell, int cells, int text) {
        boolean isNew = switch (Cell.kind(cell)) {
            case Cell.LEAF -> Cell.from(cell) >= text;
            case Cell.OBJECT, Cell.LIST -> Cell.number(cell) >= cells;
            case Cell.NULL -> true;
            default -> false;
        };
        if (isNew) {
            return Cell.NOTHING;
        }
        if (below != null && Cell.kind(cell) == Cell.OBJECT) {
            undo(below, Cell.number(cell), cells, text);
        } else if (below != null && Cell.kind(cell) == Cell.LIST) {
            for (int i = 0; i < tree.size(Cell.number(cell)); i++) {
                int item = Tree.item(Cell.number(cell), i);
                tree.set(item, undone(below, tree.get(item), cells, text));
            }
        }
        return cell;
    }
}
