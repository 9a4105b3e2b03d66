package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with a field set, if anything. */
final class FieldSets {

    private final Supergraph supergraph;
    private final PossibleTypes possibleTypes;

    FieldSets(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.possibleTypes = new PossibleTypes(supergraph);
    }

    /** The fault in words, or null. */
    @Nullable
    String fault(String type, List<Selection> selections) {
        for (Selection selection : selections) {
            String fault = switch (selection) {
                case Selection.Field field -> fault(type, field);
                case Selection.FragmentSpread spread ->
                    "it spreads the fragment " + spread.name() + ", but a field set has no fragments";
                case Selection.InlineFragment fragment -> fault(type, fragment);
            };
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private @Nullable String fault(String type, Selection.InlineFragment fragment) {
        String condition = fragment.typeCondition() == null ? type : fragment.typeCondition();
        return supergraph.types().containsKey(condition)
                ? fault(condition, fragment.selections())
                : "it asks for the type " + condition + ", which is not defined";
    }

    private @Nullable String fault(String type, Selection.Field selected) {
        if (selected.name().equals("__typename")) {
            return null;
        }
        Field field = field(type, selected.name());
        if (field == null) {
            return "it selects the field " + selected.name() + ", which " + type + " does not have";
        }
        boolean composite = !possibleTypes.in(field.type().name()).isEmpty()
                || supergraph.types().get(field.type().name()) instanceof FieldsType;
        if (composite == selected.selections().isEmpty()) {
            return composite
                    ? "it selects nothing of the field " + selected.name() + ", which has fields of its own"
                    : "it selects fields of " + selected.name() + ", which has none";
        }
        return fault(field.type().name(), selected.selections());
    }

    /** The field of the type, or of one that can stand for it: a subgraph may know the value more exactly. */
    private @Nullable Field field(String type, String name) {
        if (supergraph.types().get(type) instanceof FieldsType fielded
                && fielded.fields().get(name) instanceof Field field) {
            return field;
        }
        for (String possible : possibleTypes.in(type)) {
            if (supergraph.types().get(possible) instanceof FieldsType fielded
                    && fielded.fields().get(name) instanceof Field field) {
                return field;
            }
        }
        return null;
    }
}
