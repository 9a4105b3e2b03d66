package io.asyncflow.gateway.executor.introspection;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of introspection. Its fields are strings, Booleans, null, other things, or lists of those. */
interface Thing {

    /** As {@code __Type}. */
    String typename();

    /**
     * @param argument the values of the field's arguments by their names; null where not given
     */
    @Nullable
    Object get(String field, Function<String, @Nullable Object> argument);
}
