package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what in a selection a client may not see who meets a given requirement. */
record Denied(Supergraph supergraph, AccessRequirements requirements, AccessRequirement granted) {

    /** The first field or type that asks for more, or null where there is none. */
    @Nullable
    String first(@Nullable Type parent, List<Selection> selections) {
        for (Selection selection : selections) {
            String denied = first(parent, selection);
            if (denied != null) {
                return denied;
            }
        }
        return null;
    }

    private @Nullable String first(@Nullable Type parent, Selection selection) {
        return switch (selection) {
            case Selection.Field field -> ofField(parent, field);
            case Selection.InlineFragment fragment -> ofFragment(parent, fragment);
            case Selection.FragmentSpread _ -> null;
        };
    }

    private @Nullable String ofField(@Nullable Type parent, Selection.Field selected) {
        Field field = parent instanceof FieldsType fields ? fields.fields().get(selected.name()) : null;
        if (field == null || parent == null) {
            return null;
        }
        Type type = supergraph.types().get(field.type().name());
        boolean allowed =
                granted.imply(requirements.of(field)) && (type == null || granted.imply(requirements.of(type)));
        return allowed
                ? first(type, selected.selections())
                : Coordinate.member(parent.name(), field.name()).toString();
    }

    private @Nullable String ofFragment(@Nullable Type parent, Selection.InlineFragment fragment) {
        Type type =
                fragment.typeCondition() == null ? parent : supergraph.types().get(fragment.typeCondition());
        boolean allowed = fragment.typeCondition() == null || type == null || granted.imply(requirements.of(type));
        return allowed || type == null ? first(type, fragment.selections()) : type.name();
    }
}
