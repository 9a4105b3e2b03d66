package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.tree.Cell;
import io.asyncflow.gateway.executor.tree.Place;
import io.asyncflow.gateway.executor.tree.Tree;
import io.asyncflow.gateway.executor.tree.TypeNames;
import io.asyncflow.gateway.planner.plan.Path;
import java.util.ArrayList;
import java.util.List;

/** The way from the root of the tree to the objects of a place. */
public final class Way {

    /** Takes the objects that the way leads to. */
    public interface Visitor {

        /**
         * @param chain the objects that the way led through, from the root on; the object itself is the last
         */
        void visit(int object, int[] chain);
    }

    private record Step(Types types, int slot) {}

    private final List<Step> steps = new ArrayList<>();

    public Way(Path path, Place root, TypeNames types) {
        Place place = root;
        for (Path.Segment segment : path.segments()) {
            steps.add(new Step(new Types(segment.types(), place, types), place.slot(segment.key())));
            Place below = place.below(segment.key());
            place = below == null ? new Place() : below;
        }
    }

    /** Visits each object once, however often it is in the answer. */
    public void walk(Tree tree, int root, Visitor visitor) {
        int[] chain = new int[steps.size() + 1];
        chain[0] = root;
        new Walk(tree, visitor, tree.newWalk(), chain).object(root, 0);
    }

    private final class Walk {

        private final Tree tree;
        private final Visitor visitor;
        private final int number;
        private final int[] chain;

        private Walk(Tree tree, Visitor visitor, int number, int[] chain) {
            this.tree = tree;
            this.visitor = visitor;
            this.number = number;
            this.chain = chain;
        }

        private void object(int object, int depth) {
            if (!tree.mark(object, number)) {
                return;
            }
            chain[depth] = object;
            if (depth == steps.size()) {
                visitor.visit(object, chain);
                return;
            }
            Step step = steps.get(depth);
            if (step.slot() != Place.NONE && step.types().include(tree, object)) {
                value(tree.slot(object, step.slot()), depth + 1);
            }
        }

        private void value(long cell, int depth) {
            switch (Cell.kind(cell)) {
                case Cell.OBJECT -> object(Cell.number(cell), depth);
                case Cell.LIST -> {
                    int list = Cell.number(cell);
                    for (int i = 0; i < tree.size(list); i++) {
                        value(tree.get(Tree.item(list, i)), depth);
                    }
                }
                default -> {}
            }
        }
    }
}
