package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.planner.plan.Deferred;
import io.asyncflow.gateway.planner.plan.Path;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is right, although some of what subgraphs said was not: all that is there is true, null is only where
 * it can be, and errors tell of each null that should not be there and of nothing that is not in the answer.
 */
final class Rightness {

    private final Map<List<String>, TypeRef> types = new HashMap<>();
    private final boolean defers;
    private final boolean inOrder;

    Rightness(Plan plan, boolean inOrder) {
        this.inOrder = inOrder;
        defers = !plan.deferred().isEmpty();
        collect(plan.shape(), List.of());
        for (Deferred each : plan.deferred()) {
            collect(each.shape(), List.of(), keys(each.path()));
        }
    }

    private static List<String> keys(Path path) {
        return path.segments().stream().map(Path.Segment::key).toList();
    }

    private void collect(Shape shape, List<String> around) {
        for (Shape.Entry entry : shape.entries()) {
            List<String> path = add(around, entry.key());
            types.put(path, entry.type());
            if (entry.shape() != null) {
                collect(entry.shape(), path);
            }
        }
    }

    /** A deferred part's path has names of the tree, which are mostly those of the answer. */
    private void collect(Shape shape, List<String> around, List<String> path) {
        collect(shape, path.isEmpty() ? around : path);
    }

    void check(Map<String, Object> whole, Damaged damaged) {
        if (damaged.failure() != null) {
            throw new Violation("It failed: " + damaged.failure());
        }
        if (damaged.sabotage().violation() != null) {
            throw new Violation(
                    "Asked wrongly: " + damaged.sabotage().violation().getMessage());
        }
        if (!damaged.hasBegun()) {
            return;
        }
        compare(damaged.data(), whole, new ArrayList<>(), List.of(), damaged);
        damaged.errors().forEach(error -> error(error, damaged));
    }

    private void compare(
            @Nullable Object actual, @Nullable Object expected, List<Object> path, List<String> keys, Damaged damaged) {
        if (actual == null) {
            nothing(expected, path, keys, damaged);
        } else if (actual instanceof Map<?, ?> fields && expected instanceof Map<?, ?> all) {
            if (damaged.sabotage().lies()) {
                nothingWithin(fields, path, keys, damaged);
                return;
            }
            boolean complete = damaged.hasEnded()
                    && !damaged.hasLost()
                    && !(defers && !damaged.errors().isEmpty());
            require(
                    complete
                            ? fields.keySet().equals(all.keySet())
                            : all.keySet().containsAll(fields.keySet()),
                    "has the keys " + fields.keySet() + " instead of " + all.keySet(),
                    path);
            require(
                    !inOrder
                            || List.copyOf(fields.keySet())
                                    .equals(all.keySet().stream()
                                            .filter(fields::containsKey)
                                            .toList()),
                    "has the keys in the order " + fields.keySet() + " instead of " + all.keySet(),
                    path);
            fields.forEach((key, value) -> {
                path.add(key);
                compare(value, all.get(key), path, add(keys, (String) key), damaged);
                path.removeLast();
            });
        } else if (actual instanceof List<?> items && expected instanceof List<?> all) {
            require(items.size() == all.size() || damaged.sabotage().lies(), "has another size", path);
            for (int i = 0; i < Math.min(items.size(), all.size()); i++) {
                path.add(i);
                compare(items.get(i), all.get(i), path, keys, damaged);
                path.removeLast();
            }
        } else {
            require(
                    actual.equals(expected) || damaged.sabotage().lies(),
                    "is " + actual + " instead of " + expected,
                    path);
        }
    }

    /** After lies, an object may be another than it should be; but what cannot be null is not. */
    private void nothingWithin(Map<?, ?> fields, List<Object> path, List<String> keys, Damaged damaged) {
        fields.forEach((key, value) -> {
            path.add(key);
            compare(value, value, path, add(keys, (String) key), damaged);
            path.removeLast();
        });
    }

    private void nothing(@Nullable Object expected, List<Object> path, List<String> keys, Damaged damaged) {
        require(!isNonNull(path, keys), "is null", path);
        if (expected == null || damaged.sabotage().lies()) {
            return;
        }
        boolean told = damaged.errors().stream().anyMatch(error -> covers(error, path));
        require(told || !damaged.hasEnded() && defers, "is null, but no error says why", path);
    }

    private boolean isNonNull(List<Object> path, List<String> keys) {
        TypeRef type = types.get(keys);
        int lists = 0;
        while (path.size() - lists > 0 && path.get(path.size() - 1 - lists) instanceof Integer) {
            lists++;
        }
        for (int i = 0; i < lists && type != null; i++) {
            type = type.nullable() instanceof ListType(TypeRef of) ? of : null;
        }
        return type != null && type.isNonNull();
    }

    private static boolean covers(Map<?, ?> error, List<Object> path) {
        if (!(error.get("path") instanceof List<?> told)) {
            return true;
        }
        return told.size() >= path.size() && told.subList(0, path.size()).equals(path);
    }

    private void error(Map<?, ?> error, Damaged damaged) {
        require(error.get("message") instanceof String, "has no message", List.of(error));
        if (error.get("extensions") instanceof Map<?, ?> extensions && extensions.get("subgraph") != null) {
            require(
                    damaged.sabotage().subgraphs().contains(extensions.get("subgraph")),
                    "blames a sound subgraph",
                    List.of(error));
        }
        if (!(error.get("path") instanceof List<?> path)) {
            return;
        }
        Object at = damaged.data();
        for (Object step : path) {
            if (at == null) {
                return;
            }
            if (step instanceof Integer position) {
                require(at instanceof List<?> items && position >= 0 && position < items.size(), "leads nowhere", path);
                at = ((List<?>) at).get(position);
            } else {
                boolean there = at instanceof Map<?, ?> fields && fields.containsKey(step);
                if (!there && (damaged.hasLost() || defers)) {
                    return;
                }
                require(there, "leads nowhere", path);
                at = ((Map<?, ?>) at).get(step);
            }
        }
        // What the first answer has not may still come with a deferred part, which asks on its own.
        require(at == null || defers, "has an error, but is " + at, path);
    }

    private static List<String> add(List<String> keys, String key) {
        List<String> more = new ArrayList<>(keys);
        more.add(key);
        return more;
    }

    private static void require(boolean holds, String what, List<?> path) {
        if (!holds) {
            throw new Violation(JsonValues.write(new ArrayList<>(path)) + " " + what);
        }
    }

    static String text(Damaged damaged) {
        return String.join("\n", damaged.sabotage().done()) + "\n"
                + JsonValues.write(Objects.requireNonNullElse(damaged.data(), "null")) + "\n"
                + JsonValues.write(damaged.errors());
    }
}
