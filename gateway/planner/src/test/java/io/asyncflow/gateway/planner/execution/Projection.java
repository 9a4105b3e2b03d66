package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.planner.world.Introspected;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answer from the tree. */
final class Projection {

    private final Map<String, Object> variables;

    /** The objects of the answer that were read from an object of the tree; deferred parts are added to them. */
    private final Map<Object, List<Map<String, Object>>> answers = new IdentityHashMap<>();

    Projection(Map<String, Object> variables) {
        this.variables = variables;
    }

    static boolean holds(List<Condition> conditions, Map<String, Object> variables) {
        return conditions.stream()
                .allMatch(condition -> variables.get(condition.variable()) instanceof Boolean value
                        ? value == condition.expected()
                        : missing(condition));
    }

    private static boolean missing(Condition condition) {
        throw new Violation("There is no Boolean value for the condition " + condition);
    }

    /** The answer's object, or null where a field that cannot be null is. */
    @Nullable
    Map<String, Object> object(Map<String, Object> from, Shape shape) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!add(from, shape, answer)) {
            return null;
        }
        answers.computeIfAbsent(from, _ -> new ArrayList<>()).add(answer);
        return answer;
    }

    /** Adds what is deferred to each object of the answer that was read from the object; false where it is null. */
    void addDeferred(Map<String, Object> from, Shape shape) {
        for (Map<String, Object> answer : answers.getOrDefault(from, List.of())) {
            Map<String, Object> added = new LinkedHashMap<>();
            if (add(from, shape, added)) {
                added.forEach((key, value) ->
                        answer.put(key, answer.get(key) == null ? value : merged(answer.get(key), value)));
            }
        }
    }

    private boolean add(Map<String, Object> from, Shape shape, Map<String, Object> answer) {
        for (Shape.Entry entry : shape.entries()) {
            if (isThere(entry, from, shape)) {
                Object value = value(read(entry, from, shape), entry.type(), entry.shape());
                if (value == null && entry.type().isNonNull()) {
                    return false;
                }
                Object before = answer.get(entry.key());
                answer.put(entry.key(), before == null ? value : merged(before, value));
            }
        }
        return true;
    }

    private boolean isThere(Shape.Entry entry, Map<String, Object> from, Shape shape) {
        if (!holds(entry.conditions(), variables)) {
            return false;
        }
        if (entry.types().isEmpty()) {
            return true;
        }
        Object type = shape.typename() == null ? shape.type() : from.get(shape.typename());
        return type != null && entry.types().contains(type);
    }

    private static @Nullable Object read(Shape.Entry entry, Map<String, Object> from, Shape shape) {
        Object value = from.get(entry.from());
        return value == null && entry.from().equals(Tree.TYPENAME) ? shape.type() : value;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object value(@Nullable Object value, TypeRef type, @Nullable Shape shape) {
        if (value == null || value instanceof Introspected) {
            return value;
        }
        if (type.nullable() instanceof ListType(TypeRef of)) {
            if (!(value instanceof List<?> items)) {
                throw new Violation("A list should be where the tree has " + value);
            }
            List<Object> read = new ArrayList<>();
            for (Object item : items) {
                Object each = value(item, of, shape);
                if (each == null && of.isNonNull()) {
                    return null;
                }
                read.add(each);
            }
            return read;
        }
        if (shape == null) {
            return leaf(value);
        }
        return object((Map<String, Object>) value, shape);
    }

    private static Object leaf(Object value) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            throw new Violation("A scalar should be where the tree has " + value);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object merged(Object before, @Nullable Object value) {
        if (before instanceof Map<?, ?> object && value instanceof Map<?, ?> added) {
            Map<String, Object> into = (Map<String, Object>) object;
            ((Map<String, Object>) added)
                    .forEach((key, each) -> into.put(key, into.get(key) == null ? each : merged(into.get(key), each)));
            return into;
        }
        if (before instanceof List<?> items && value instanceof List<?> others) {
            List<Object> merged = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                merged.add(items.get(i) == null ? null : merged(items.get(i), others.get(i)));
            }
            return merged;
        }
        return value == null ? null : before;
    }
}
