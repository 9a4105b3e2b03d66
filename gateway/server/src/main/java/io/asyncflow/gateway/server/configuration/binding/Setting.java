package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.Inline;
import io.asyncflow.gateway.server.settings.Named;
import io.asyncflow.gateway.server.settings.Secret;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One name of a section: a component of its record.
 *
 * @param inline whether its own settings stand in its place
 */
record Setting(String name, RecordComponent component, Shape shape, boolean nullable, boolean secret, boolean inline) {

    static Setting of(RecordComponent component) {
        Named named = component.getAnnotation(Named.class);
        return new Setting(
                named == null ? snakeCase(component.getName()) : named.value(),
                component,
                ShapeReader.read(component.getGenericType()),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                component.isAnnotationPresent(Secret.class),
                component.isAnnotationPresent(Inline.class));
    }

    /** What its record says about it, else what its own section says of itself. */
    String description() {
        Described described = component.getAnnotation(Described.class);
        if (described != null) {
            return described.value();
        }
        return shape instanceof Shape.Section section ? section.description() : "";
    }

    @Nullable
    Object valueIn(Record section) {
        return Reflection.value(component, section);
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
