package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.satisfiability.FieldPath.Part;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Follows the paths of field sets down from a spot, by whatever jumps that takes. */
final class FieldPaths {

    private final Subgraphs subgraphs;
    private final Spots spots;
    private final Conditions conditions;
    private final InterfaceFields interfaceFields;
    private final Budget budget;

    FieldPaths(
            Subgraphs subgraphs, Spots spots, Conditions conditions, InterfaceFields interfaceFields, Budget budget) {
        this.subgraphs = subgraphs;
        this.spots = spots;
        this.conditions = conditions;
        this.interfaceFields = interfaceFields;
        this.budget = budget;
    }

    /** A path, how far down it the query is, and the subgraphs that it must not jump to. */
    private record Way(FieldPath path, int index, BitSet avoiding) {

        boolean atEnd() {
            return index == path.parts().size();
        }

        Part part() {
            return path.parts().get(index);
        }

        Way below() {
            return new Way(path, index + 1, avoiding);
        }
    }

    boolean canFollow(FieldPath path, Spot start) {
        return follow(start, new Way(path, 0, Jumps.ANYWHERE)) == Outcome.FETCHED;
    }

    /** @param reached the start, and where the query can get to from there */
    boolean canFollow(FieldPath path, Spot start, List<Spot> reached, BitSet avoiding) {
        Way way = new Way(path, 0, avoiding);
        if (way.part().narrows()) {
            return narrow(start, way) == Outcome.FETCHED;
        }
        for (Spot spot : reached) {
            if (takeAfterJump(start, spot, way) == Outcome.FETCHED) {
                return true;
            }
        }
        return false;
    }

    private Outcome follow(Spot spot, Way way) {
        if (way.atEnd()) {
            return Outcome.FETCHED;
        }
        budget.enter();
        try {
            return way.part().narrows() ? narrow(spot, way) : takeFromAnywhere(spot, way);
        } finally {
            budget.leave();
        }
    }

    private Outcome takeFromAnywhere(Spot spot, Way way) {
        Outcome best = take(spot, false, way);
        if (best == Outcome.FETCHED) {
            return best;
        }
        List<Spot> reached = conditions.jumps().from(spot, way.avoiding);
        for (Spot other : reached.subList(1, reached.size())) {
            best = best.or(takeAfterJump(spot, other, way));
            if (best == Outcome.FETCHED) {
                return best;
            }
        }
        return best;
    }

    /** An object that jumped to one of its interfaces, by way of an interface object, is still of its own type. */
    private Outcome takeAfterJump(Spot start, Spot spot, Way way) {
        if (start.type().kind() == LocalType.Kind.OBJECT && spot.type().isAbstract()) {
            Spot narrowed = spots.narrowed(spot, start.type().name());
            return narrowed == null ? Outcome.OUT_OF_REACH : take(narrowed, false, way);
        }
        return take(spot, spot != start, way);
    }

    private Outcome take(Spot spot, boolean byKey, Way way) {
        budget.spend();
        LocalType type = spot.type();
        if (way.part().name().equals("__typename")) {
            return type.kind() == LocalType.Kind.INTERFACE_OBJECT ? Outcome.OUT_OF_REACH : Outcome.FETCHED;
        }
        return switch (type.kind()) {
            case OBJECT, INTERFACE_OBJECT -> takeFromObject(spot, byKey, way);
            case INTERFACE -> takeFromInterface(spot, way);
            case UNION -> Outcome.OUT_OF_REACH;
        };
    }

    private Outcome takeFromObject(Spot spot, boolean byKey, Way way) {
        LocalField field = spot.type().field(way.part().name());
        if (field == null
                || field.label() != null
                || !field.contextArguments().isEmpty()
                || !conditions.canTake(spot, field, byKey)) {
            return Outcome.OUT_OF_REACH;
        }
        return continueBelow(spot, field, way);
    }

    private Outcome takeFromInterface(Spot spot, Way way) {
        String name = way.part().name();
        LocalField field = spot.type().field(name);
        Outcome direct = Outcome.OUT_OF_REACH;
        if (field != null && (spot.providedBelow(name) != null || interfaceFields.canTake(spot.type(), field))) {
            direct = continueBelow(spot, field, way);
        }
        return direct == Outcome.FETCHED
                ? direct
                : direct.or(inAll(spot, spot.type().runtimeTypes(), way));
    }

    private Outcome continueBelow(Spot spot, LocalField field, Way way) {
        Spot below = spots.below(spot, field);
        if (below == null) {
            return way.below().atEnd() ? Outcome.FETCHED : Outcome.OUT_OF_REACH;
        }
        return follow(below, way.below());
    }

    private Outcome narrow(Spot spot, Way way) {
        String condition = way.part().name();
        LocalType type = spot.type();
        if (condition.equals(type.name())) {
            return follow(spot, way.below());
        }
        List<String> possible = subgraphs.runtimeTypes(condition);
        if (type.isAbstract()) {
            List<String> both =
                    possible.stream().filter(type.runtimeTypes()::contains).toList();
            return inAll(spot, both, way.below());
        }
        if (possible.contains(type.name())) {
            return follow(spot, way.below());
        }
        if (!conditions.standsFor(spot, condition)) {
            return Outcome.NEVER_THERE;
        }
        return conditions.canTell(spot, condition) ? follow(spot, way.below()) : Outcome.OUT_OF_REACH;
    }

    private Outcome inAll(Spot spot, Collection<String> objectTypes, Way way) {
        Outcome all = Outcome.NEVER_THERE;
        for (String objectType : objectTypes) {
            Spot narrowed = spots.narrowed(spot, objectType);
            all = narrowed == null ? Outcome.OUT_OF_REACH : all.and(follow(narrowed, way));
            if (all == Outcome.OUT_OF_REACH) {
                return all;
            }
        }
        return all;
    }
}
