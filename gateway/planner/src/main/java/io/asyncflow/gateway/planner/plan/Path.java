package io.asyncflow.gateway.planner.plan;

import java.util.List;
import java.util.stream.Collectors;

/** The way from the root of the tree to the objects in a place. */
public record Path(List<Segment> segments) {

    public static final Path ROOT = new Path(List.of());

    public Path {
        segments = List.copyOf(segments);
    }

    /**
     * One step down.
     *
     * @param types the types of objects that the step is taken from; empty where it is from any
     * @param key the name in the tree
     * @param lists how many lists the value is in
     */
    public record Segment(List<String> types, String key, int lists) {

        public Segment {
            types = List.copyOf(types);
        }

        @Override
        public String toString() {
            return Path.types(types) + key + "@".repeat(lists);
        }
    }

    /** As in {@code |Book|Film.}, or nothing where any type will do. */
    static String types(List<String> types) {
        return types.isEmpty() ? "" : "|" + String.join("|", types) + ".";
    }

    /** As in {@code products@.|Book|Film.author}. */
    @Override
    public String toString() {
        return segments.stream().map(Segment::toString).collect(Collectors.joining("."));
    }
}
