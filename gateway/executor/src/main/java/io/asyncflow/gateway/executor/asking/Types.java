package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import java.util.BitSet;
import java.util.List;

/**
 * The types that objects of a place must have for something to hold of them; none where it holds of any. An object of
 * which the tree does not tell the type is of none.
 */
final class Types {

    private final boolean any;
    private final int slot;
    private final BitSet numbers = new BitSet();

    Types(List<String> names, Place place, TypeNames types) {
        any = names.isEmpty();
        slot = place.slot(Place.TYPENAME);
        for (String name : names) {
            int number = types.number(name);
            if (number != TypeNames.UNKNOWN) {
                numbers.set(number);
            }
        }
    }

    boolean include(Tree tree, int object) {
        if (any) {
            return true;
        }
        long cell = slot == Place.NONE ? Cell.NOTHING : tree.slot(object, slot);
        return Cell.kind(cell) == Cell.TYPE && numbers.get(Cell.number(cell));
    }
}
