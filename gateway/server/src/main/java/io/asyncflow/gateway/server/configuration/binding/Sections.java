package io.asyncflow.gateway.server.configuration.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A root record, made of sections: each is a record with a constant {@code DEFAULT}, or a map that is empty at first. */
public final class Sections {

    private Sections() {}

    /** The root with each of its sections as it is by default. */
    public static <T extends Record> T defaults(Class<T> root) {
        Object[] values = Arrays.stream(root.getRecordComponents())
                .map(RecordComponent::getType)
                .map(Sections::byDefault)
                .toArray();
        return root.cast(Reflection.create(root, values));
    }

    /** The root with another section in place of the one of the same type. */
    public static <T extends Record> T replace(T root, Record section) {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) root.getClass();
        @Nullable
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component ->
                        component.getType() == section.getClass() ? section : Reflection.value(component, root))
                .toArray();
        return type.cast(Reflection.create(type, values));
    }

    private static Object byDefault(Class<?> type) {
        if (type == Map.class) {
            return Map.of();
        }
        Record defaults = Reflection.defaults(type.asSubclass(Record.class));
        return Objects.requireNonNull(defaults, () -> type + " has no DEFAULT");
    }
}
