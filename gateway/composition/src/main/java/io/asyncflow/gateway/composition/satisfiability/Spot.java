package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a query can be: at a type in a subgraph, with the external fields that the way to it provides. {@link Spots}
 * has one of each, so identity is equality.
 */
final class Spot {

    private final int id;
    private final LocalType type;
    private final List<Selection> provided;

    Spot(int id, LocalType type, List<Selection> provided) {
        this.id = id;
        this.type = type;
        this.provided = List.copyOf(provided);
    }

    int id() {
        return id;
    }

    LocalType type() {
        return type;
    }

    /** What is provided below the field, or null where the field itself is not provided. */
    @Nullable
    List<Selection> providedBelow(String field) {
        if (provided.isEmpty()) {
            return null;
        }
        List<Selection> below = new ArrayList<>();
        return collectBelow(provided, field, below) ? below : null;
    }

    private boolean collectBelow(List<Selection> selections, String name, List<Selection> into) {
        boolean found = false;
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> {
                    if (field.name().equals(name)) {
                        into.addAll(field.selections());
                        found = true;
                    }
                }
                case Selection.InlineFragment fragment -> {
                    String condition = fragment.typeCondition();
                    if (condition == null || condition.equals(type.name())) {
                        found |= collectBelow(fragment.selections(), name, into);
                    }
                }
                case Selection.FragmentSpread _ -> {}
            }
        }
        return found;
    }

    /** What is provided to the object type only. */
    List<Selection> providedTo(String objectType) {
        List<Selection> into = new ArrayList<>();
        collectFor(provided, objectType, into);
        return into;
    }

    private static void collectFor(List<Selection> selections, String objectType, List<Selection> into) {
        for (Selection selection : selections) {
            if (selection instanceof Selection.InlineFragment fragment) {
                if (objectType.equals(fragment.typeCondition())) {
                    into.addAll(fragment.selections());
                } else if (fragment.typeCondition() == null) {
                    collectFor(fragment.selections(), objectType, into);
                }
            }
        }
    }

    /** There is one of each; its number spreads better, and sooner, than an identity hash. */
    @Override
    public int hashCode() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return type.name() + " in " + type.graph().name();
    }
}
