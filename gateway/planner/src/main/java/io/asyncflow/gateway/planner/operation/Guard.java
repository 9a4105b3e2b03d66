package io.asyncflow.gateway.planner.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a field and the field around it.
 *
 * @param conditions sorted, each once
 * @param deferral the innermost around the field, at whatever level
 * @param known the conditions of all fields around, which need not be asked again; the same all over a place
 */
record Guard(List<Condition> conditions, @Nullable Deferral deferral, List<Condition> known) {

    static final Guard NONE = new Guard(List.of(), null, List.of());

    private static final Comparator<Condition> ORDER =
            Comparator.comparing(Condition::variable).thenComparing(Condition::expected);

    /** Null where the condition contradicts another. */
    @Nullable
    Guard and(Condition condition) {
        if (conditions.contains(condition) || known.contains(condition)) {
            return this;
        }
        Condition opposite = condition.opposite();
        if (conditions.contains(opposite) || known.contains(opposite)) {
            return null;
        }
        return new Guard(sorted(conditions, List.of(condition)), deferral, known);
    }

    Guard deferred(@Nullable Deferral to) {
        return new Guard(conditions, to, known);
    }

    Guard unconditional() {
        return conditions.isEmpty() ? this : new Guard(List.of(), deferral, known);
    }

    /** The guard below a field that has this one, for what had the other there. */
    Guard below(Guard other) {
        if (conditions.isEmpty()) {
            return other;
        }
        List<Condition> more = new ArrayList<>(other.conditions);
        more.removeAll(conditions);
        return new Guard(List.copyOf(more), other.deferral, sorted(known, conditions));
    }

    private static List<Condition> sorted(List<Condition> some, List<Condition> more) {
        List<Condition> both = new ArrayList<>(some);
        both.addAll(more);
        both.sort(ORDER);
        return List.copyOf(both);
    }

    /** Whether what has this guard is always answered, and no later, where the other allows an answer. */
    boolean holdsWith(Guard other) {
        if (!conditions.isEmpty() && !conditions.equals(other.conditions)) {
            return false;
        }
        Deferral around = other.deferral;
        while (around != null && around != deferral) {
            around = around.parent();
        }
        return around == deferral;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Guard guard && deferral == guard.deferral && conditions.equals(guard.conditions));
    }

    @Override
    public int hashCode() {
        return conditions.hashCode() * 31 + (deferral == null ? 0 : deferral.id());
    }
}
