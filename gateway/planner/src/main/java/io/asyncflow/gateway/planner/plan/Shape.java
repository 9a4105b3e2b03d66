package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an object of the answer is read from one of the tree: its entries in order, those of one key merged.
 *
 * @param type the object's type where it can be but one, or null
 * @param typename the name that the object's type has in the tree, or null where nothing depends on it
 */
public record Shape(@Nullable String type, @Nullable String typename, List<Entry> entries) {

    public Shape {
        entries = List.copyOf(entries);
    }

    /**
     * A field of the answer.
     *
     * @param key its name in the answer
     * @param from its name in the tree
     * @param types the types of objects that have it; empty where all have
     * @param conditions all must hold for the field to be there
     * @param type decides what null does
     * @param shape null for a scalar or enum
     */
    public record Entry(
            String key,
            String from,
            List<String> types,
            List<Condition> conditions,
            TypeRef type,
            @Nullable Shape shape) {

        public Entry {
            types = List.copyOf(types);
            conditions = List.copyOf(conditions);
        }
    }
}
