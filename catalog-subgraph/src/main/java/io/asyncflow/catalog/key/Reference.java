package io.asyncflow.catalog.key;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.ids.TypedId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a caller names one thing: by its id, or by the unique name (handle, SKU) that people gave it. */
public sealed interface Reference<I extends TypedId> {

    int LONGEST_NAME = 255;

    record ById<I extends TypedId>(I id) implements Reference<I> {}

    record ByName<I extends TypedId>(String name) implements Reference<I> {}

    /** From the two arguments of a field, of which exactly one must be given. */
    static <I extends TypedId> Reference<I> exactlyOne(
            @Nullable String id, @Nullable String handle, BiFunction<String, String, I> parse) {
        if ((id == null) == (handle == null)) {
            throw new BadInput("id", "or handle must be given, and not both");
        }
        return id != null ? new ById<>(parse.apply("id", id)) : named("handle", handle);
    }

    /** From the key fields that another service's reference carries. */
    static <I extends TypedId> Reference<I> from(
            Map<String, Object> representation, String nameField, BiFunction<String, String, I> parse) {
        if (representation.get("id") instanceof String id) {
            return new ById<>(parse.apply("id", id));
        }
        if (representation.get(nameField) instanceof String name) {
            return named(nameField, name);
        }
        throw new BadInput("representations", "must hold id or " + nameField + " as a string");
    }

    static <I extends TypedId> Reference<I> named(String argument, @Nullable String name) {
        return new ByName<>(Texts.required(argument, name == null ? "" : name, LONGEST_NAME));
    }

    static UUID[] ids(Collection<? extends Reference<?>> references) {
        List<UUID> ids = new ArrayList<>();
        for (var reference : references) {
            if (reference instanceof ById<?>(var id)) {
                ids.add(id.uuid());
            }
        }
        return ids.toArray(UUID[]::new);
    }

    static String[] names(Collection<? extends Reference<?>> references) {
        List<String> names = new ArrayList<>();
        for (var reference : references) {
            if (reference instanceof ByName<?>(var name)) {
                names.add(name);
            }
        }
        return names.toArray(String[]::new);
    }

    /** Each thing under both of its names. */
    static <I extends TypedId, T> Map<Reference<I>, T> index(
            List<T> things, Function<T, I> id, Function<T, String> name) {
        var index = new HashMap<Reference<I>, T>();
        for (T thing : things) {
            index.put(new ById<>(id.apply(thing)), thing);
            index.put(new ByName<>(name.apply(thing)), thing);
        }
        return index;
    }
}
