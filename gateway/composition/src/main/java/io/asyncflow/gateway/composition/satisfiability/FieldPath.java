package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Selection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way down a field set, from its top to a leaf: {@code a { b c }} has {@code a b} and {@code a c}. Each can be
 * fetched in its own way, so a field set can be fetched where all its paths can.
 */
record FieldPath(List<Part> parts) {

    static final FieldPath TYPENAME = new FieldPath(List.of(new Part(false, "__typename")));

    FieldPath {
        parts = List.copyOf(parts);
    }

    /** A field to take, or a type to narrow to. */
    record Part(boolean narrows, String name) {}

    static List<FieldPath> of(List<Selection> selections) {
        List<FieldPath> paths = new ArrayList<>();
        collect(selections, List.of(), paths);
        return List.copyOf(paths);
    }

    private static void collect(List<Selection> selections, List<Part> above, List<FieldPath> into) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> collect(field, above, into);
                case Selection.InlineFragment fragment ->
                    collect(fragment.selections(), below(above, fragment.typeCondition()), into);
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private static void collect(Selection.Field field, List<Part> above, List<FieldPath> into) {
        List<Part> parts = new ArrayList<>(above);
        parts.add(new Part(false, field.name()));
        if (field.selections().isEmpty()) {
            into.add(new FieldPath(parts));
        } else {
            collect(field.selections(), parts, into);
        }
    }

    private static List<Part> below(List<Part> above, @Nullable String typeCondition) {
        if (typeCondition == null) {
            return above;
        }
        List<Part> parts = new ArrayList<>(above);
        parts.add(new Part(true, typeCondition));
        return parts;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (!part.narrows) {
                text.append(text.isEmpty() ? "" : ".").append(part.name);
            }
        }
        return text.toString();
    }
}
