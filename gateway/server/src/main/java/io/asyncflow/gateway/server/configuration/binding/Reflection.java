package io.asyncflow.gateway.server.configuration.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads, makes and asks records, whatever their visibility. */
final class Reflection {

    private Reflection() {}

    static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** A record of these components; throws what its constructor throws. */
    static Record create(Class<? extends Record> type, @Nullable Object[] values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException("cannot make a " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    /** The value of the record's constant {@code DEFAULT}, or null where it has none. */
    static @Nullable Record defaults(Class<? extends Record> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.getName().equals("DEFAULT") && Modifier.isStatic(field.getModifiers())) {
                return constant(field);
            }
        }
        return null;
    }

    private static Record constant(Field field) {
        try {
            field.setAccessible(true);
            return (Record) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + field, e);
        }
    }
}
