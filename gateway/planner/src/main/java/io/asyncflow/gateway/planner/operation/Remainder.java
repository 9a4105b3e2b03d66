package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.planner.operation.Selected.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a fragment asks for beyond what is asked of all values before it, field below field. */
final class Remainder {

    private final List<? extends Selected> ofAll;
    private @Nullable Map<String, Field> byKey;

    Remainder(List<? extends Selected> ofAll) {
        this.ofAll = ofAll;
    }

    /** Null where nothing remains. */
    @Nullable
    Field of(Field field) {
        Field known = byKey().get(field.key());
        if (known == null || !isSame(known, field)) {
            return field;
        }
        if (field.selections() == null || known.selections() == null) {
            return null;
        }
        SelectionSet remaining = remaining(field.selections(), known.selections());
        return remaining == null
                ? null
                : new Field(
                        field.key(),
                        field.name(),
                        field.arguments(),
                        field.directives(),
                        field.conditions(),
                        field.deferral(),
                        field.type(),
                        remaining);
    }

    private static @Nullable SelectionSet remaining(SelectionSet some, SelectionSet known) {
        if (!some.type().equals(known.type())) {
            return some;
        }
        Remainder remainder = new Remainder(known.selections());
        List<Selected> left = new ArrayList<>();
        for (Selected selected : some.selections()) {
            Selected remaining = selected instanceof Field field ? remainder.of(field) : selected;
            if (remaining != null) {
                left.add(remaining);
            }
        }
        return left.isEmpty() ? null : new SelectionSet(some.type(), left);
    }

    private static boolean isSame(Field one, Field other) {
        return one.name().equals(other.name())
                && one.arguments().equals(other.arguments())
                && one.directives().equals(other.directives())
                && one.conditions().equals(other.conditions())
                && one.type().equals(other.type())
                && one.deferral() == null
                && other.deferral() == null;
    }

    private Map<String, Field> byKey() {
        if (byKey == null) {
            byKey = new HashMap<>();
            for (Selected selected : ofAll) {
                if (selected instanceof Field field) {
                    byKey.putIfAbsent(field.key(), field);
                }
            }
        }
        return byKey;
    }
}
