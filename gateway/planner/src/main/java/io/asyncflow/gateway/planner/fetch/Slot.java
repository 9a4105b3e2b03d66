package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field's value in the tree: what fetches write, and shapes and representations read. */
final class Slot {

    private final Place in;
    private final Field field;
    private final @Nullable List<String> types;
    private final @Nullable Place below;
    private final Set<FetchDraft> writers = new LinkedHashSet<>();
    private String key;

    /**
     * @param types the types of objects that have it, or null where all have
     */
    Slot(Place in, Field field, String key, @Nullable List<String> types) {
        this.in = in;
        this.field = field;
        this.key = key;
        this.types = types;
        this.below = field.selections() == null
                ? null
                : new Place(in, this, in.keys().below(key));
    }

    Place in() {
        return in;
    }

    Field field() {
        return field;
    }

    String name() {
        return field.name();
    }

    List<Argument> arguments() {
        return field.arguments();
    }

    @Nullable
    List<String> types() {
        return types;
    }

    String key() {
        return key;
    }

    void rename(String key) {
        this.key = key;
    }

    /** The place of a composite value. */
    Place below() {
        if (below == null) {
            throw new IllegalStateException(field.name() + " has no fields");
        }
        return below;
    }

    Set<FetchDraft> writers() {
        return writers;
    }

    /** Whether its value is there when the deferral's part is answered. */
    boolean isWrittenFor(int deferral) {
        return writers.stream().anyMatch(writer -> writer.deferral() == 0 || writer.deferral() == deferral);
    }

    /** Whether another may read it under the field's own name: nobody's condition keeps it away. */
    boolean isPlain() {
        return field.conditions().isEmpty() && field.directives().isEmpty();
    }

    int lists() {
        int lists = 0;
        TypeRef type = field.type();
        while (!(type instanceof TypeRef.NamedType)) {
            lists += type instanceof TypeRef.ListType ? 1 : 0;
            type = type instanceof TypeRef.ListType(TypeRef of) ? of : type.nullable();
        }
        return lists;
    }
}
