package io.asyncflow.gateway.composition.satisfiability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All ways to take a client's step from a spot, contexts aside. */
final class Moves {

    private final Spots spots;
    private final Jumps jumps;
    private final Conditions conditions;
    private final Budget budget;
    private final Map<Spot, Map<Step, Optional<List<Move>>>> known = new HashMap<>();

    Moves(Spots spots, Conditions conditions, Budget budget) {
        this.spots = spots;
        this.jumps = conditions.jumps();
        this.conditions = conditions;
        this.budget = budget;
    }

    /** Empty where the step cannot be taken; nothing at all where it can, but never yields a value. */
    Optional<List<Move>> from(Spot spot, Step step) {
        Map<Step, Optional<List<Move>>> ofSpot = known.computeIfAbsent(spot, _ -> new HashMap<>());
        Optional<List<Move>> moves = ofSpot.get(step);
        if (moves == null) {
            moves = switch (step) {
                case Step.Take take -> Optional.of(take(spot, take));
                case Step.Narrow narrow -> isVoid(spot, narrow) ? Optional.empty() : Optional.of(narrow(spot, narrow));
            };
            ofSpot.put(step, moves);
        }
        return moves;
    }

    private List<Move> take(Spot start, Step.Take step) {
        List<Move> moves = new ArrayList<>();
        Move direct = take(start, false, step);
        if (direct != null) {
            moves.add(direct);
            if (step.to() == null && contextFree(direct)) {
                return moves;
            }
        }
        List<Spot> reached = jumps.from(start);
        for (Spot spot : reached.subList(1, reached.size())) {
            Move move = take(spot, true, step);
            if (move != null) {
                moves.add(move);
            }
        }
        return moves;
    }

    private static boolean contextFree(Move move) {
        return move.field() == null || move.field().contextArguments().isEmpty();
    }

    private @Nullable Move take(Spot spot, boolean byKey, Step.Take step) {
        budget.spend();
        if (spot.type().isAbstract()) {
            Spot narrowed = spots.narrowed(spot, step.from().name());
            return narrowed == null ? null : takeHere(narrowed, false, step);
        }
        return takeHere(spot, byKey, step);
    }

    private @Nullable Move takeHere(Spot spot, boolean byKey, Step.Take step) {
        LocalField field = spot.type().field(step.field().name());
        if (field == null
                || (field.label() != null && !field.label().equals(step.label()))
                || !conditions.canTake(spot, field, byKey)) {
            return null;
        }
        return new Move(spot, field, spots.below(spot, field));
    }

    /**
     * Whether the value at the spot can never be of the type: then the fragment is empty, however the query goes on.
     * An object that stands for an interface (an interface object, or a narrower type of a shared field) cannot tell.
     */
    private static boolean isVoid(Spot spot, Step.Narrow step) {
        boolean standsForInterface = step.from().isInterface() && !spot.type().isAbstract();
        return !standsForInterface
                && !spot.type().runtimeTypes().contains(step.to().name());
    }

    private List<Move> narrow(Spot start, Step.Narrow step) {
        List<Move> moves = new ArrayList<>();
        for (Spot spot : jumps.from(start)) {
            budget.spend();
            Spot narrowed = narrowed(spot, step.to().name());
            if (narrowed != null) {
                moves.add(new Move(spot, null, narrowed));
            }
        }
        return moves;
    }

    private @Nullable Spot narrowed(Spot spot, String objectType) {
        if (spot.type().kind() == LocalType.Kind.INTERFACE_OBJECT) {
            return conditions.canTell(spot, objectType) ? spot : null;
        }
        return spots.narrowed(spot, objectType);
    }
}
