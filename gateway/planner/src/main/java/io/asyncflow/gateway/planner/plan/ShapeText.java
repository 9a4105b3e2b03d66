package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.plan.Shape.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints how the answer is read from the tree: {@code title: title_1} for a field that the tree knows under another name,
 * {@code |Book.pages} for one that only books have.
 */
final class ShapeText {

    private static final String TYPENAME = "__typename";

    private ShapeText() {}

    /** A line for each place where something is not simply taken over: the way there, then what is unusual. */
    static List<String> unusual(Shape shape) {
        List<String> lines = new ArrayList<>();
        unusual(shape, Path.ROOT, lines);
        return lines;
    }

    private static void unusual(Shape shape, Path path, List<String> lines) {
        List<String> parts = new ArrayList<>(typename(shape));
        shape.entries().stream()
                .filter(ShapeText::isUnusual)
                .map(ShapeText::head)
                .forEach(parts::add);
        if (!parts.isEmpty()) {
            String place = path.segments().isEmpty() ? "" : path + " ";
            lines.add(place + "{ " + String.join(" ", parts) + " }");
        }
        for (Entry entry : shape.entries()) {
            if (entry.shape() != null) {
                unusual(entry.shape(), below(path, entry), lines);
            }
        }
    }

    private static boolean isUnusual(Entry entry) {
        return !entry.key().equals(entry.from())
                || !entry.types().isEmpty()
                || !entry.conditions().isEmpty();
    }

    private static Path below(Path path, Entry entry) {
        List<Path.Segment> segments = new ArrayList<>(path.segments());
        segments.add(new Path.Segment(entry.types(), entry.key(), lists(entry.type())));
        return new Path(segments);
    }

    private static int lists(TypeRef type) {
        return switch (type) {
            case TypeRef.NamedType _ -> 0;
            case TypeRef.ListType list -> 1 + lists(list.of());
            case TypeRef.NonNullType nonNull -> lists(nonNull.of());
        };
    }

    /** All of it on one line. */
    static String whole(Shape shape) {
        List<String> parts = new ArrayList<>(typename(shape));
        for (Entry entry : shape.entries()) {
            parts.add(head(entry) + (entry.shape() == null ? "" : " " + whole(entry.shape())));
        }
        return "{ " + String.join(" ", parts) + " }";
    }

    private static List<String> typename(Shape shape) {
        return shape.typename() == null || shape.typename().equals(TYPENAME)
                ? List.of()
                : List.of("types by " + shape.typename());
    }

    private static String head(Entry entry) {
        String renamed = entry.key().equals(entry.from()) ? "" : entry.key() + ": ";
        String conditions = entry.conditions().isEmpty()
                ? ""
                : entry.conditions().stream()
                        .map(condition ->
                                (condition.expected() ? "@include($" : "@skip($") + condition.variable() + ")")
                        .collect(Collectors.joining(" ", " ", ""));
        return renamed + Path.types(entry.types()) + entry.from() + conditions;
    }
}
