package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.reading.Reader;
import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts faults where their path leads from an object, unless there is something. */
final class FaultPlaces {

    private final Tree tree;

    FaultPlaces(Tree tree) {
        this.tree = tree;
    }

    void put(@Nullable Reader below, int object, List<Object> path, int at, int fault) {
        int field = below == null || at >= path.size() ? -1 : below.field(String.valueOf(path.get(at)));
        if (below == null || field < 0) {
            return;
        }
        int slot = below.slot(field);
        long cell = tree.slot(object, slot);
        if (!Cell.isEmpty(cell)) {
            within(below.below(field), cell, path, at + 1, fault);
        } else if (Cell.kind(cell) != Cell.ERROR) {
            tree.slot(object, slot, Cell.of(Cell.ERROR, fault));
        }
    }

    private void within(@Nullable Reader below, long cell, List<Object> path, int at, int fault) {
        if (Cell.kind(cell) == Cell.OBJECT) {
            put(below, Cell.number(cell), path, at, fault);
            return;
        }
        boolean item = Cell.kind(cell) == Cell.LIST && at < path.size() && path.get(at) instanceof Integer;
        int list = Cell.number(cell);
        int position = item ? (int) path.get(at) : -1;
        if (position < 0 || position >= tree.size(list)) {
            return;
        }
        long value = tree.get(Tree.item(list, position));
        if (Cell.isEmpty(value)) {
            tree.set(Tree.item(list, position), Cell.of(Cell.ERROR, fault));
        } else {
            within(below, value, path, at + 1, fault);
        }
    }
}
