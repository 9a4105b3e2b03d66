package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.satisfiability.Stop.ContextSource;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes a client's step from all stops of a state at once. */
final class Advance {

    private final Subgraphs subgraphs;
    private final Moves moves;
    private final Stops stops;
    private final Conditions conditions;
    private final Contexts contexts;

    Advance(Subgraphs subgraphs, Moves moves, Stops stops, Conditions conditions, Contexts contexts) {
        this.subgraphs = subgraphs;
        this.moves = moves;
        this.stops = stops;
        this.conditions = conditions;
        this.contexts = contexts;
    }

    /** Where the step leads, no stop at all where nowhere; empty where it never yields a value. */
    Optional<Set<Stop>> from(State state, Step step) {
        Set<Stop> next = new LinkedHashSet<>();
        for (Stop stop : state.stops()) {
            if (!advance(stop, step, false, next)) {
                return Optional.empty();
            }
            if (next.contains(stops.done)) {
                return Optional.of(next);
            }
        }
        return Optional.of(next);
    }

    /** Where the step leads when the subgraph of the stop takes it. */
    Set<Stop> withoutJump(Stop stop, Step step) {
        Set<Stop> next = new LinkedHashSet<>();
        advance(stop, step, true, next);
        return next;
    }

    private boolean advance(Stop stop, Step step, boolean withoutJump, Set<Stop> into) {
        Spot spot = stop.spot();
        if (spot == null) {
            return true;
        }
        Optional<List<Move>> found = moves.from(spot, step);
        if (found.isEmpty()) {
            return false;
        }
        for (Move move : found.get()) {
            if ((!withoutJump || move.from() == spot) && hasContexts(stop, move)) {
                into.add(stops.at(move.to(), contextsAfter(stop, step, move)));
            }
        }
        return true;
    }

    private boolean hasContexts(Stop stop, Move move) {
        if (move.field() == null || move.field().contextArguments().isEmpty()) {
            return true;
        }
        return subgraphs.hasOwnKey(move.from().type())
                && move.field().contextArguments().stream()
                        .allMatch(argument -> missing(stop.contexts(), argument) == null);
    }

    /** Why the argument cannot be filled, or null where it can. */
    @Nullable
    String missing(Map<String, ContextSource> known, ContextArgument argument) {
        ContextSource source = known.get(argument.context());
        if (source == null) {
            return "no type above it sets the context";
        }
        for (FieldPath path : contexts.read(argument, source)) {
            if (!conditions.canFetch(path, source.spot())) {
                return "\"%s\" of \"%s\" cannot be fetched".formatted(path, source.type());
            }
        }
        return null;
    }

    private Map<String, ContextSource> contextsAfter(Stop stop, Step step, Move move) {
        Set<String> set = step instanceof Step.Take ? contexts.setBy(step.from().name()) : Set.of();
        if (set.isEmpty() || move.to() == null) {
            return stop.contexts();
        }
        Map<String, ContextSource> after = new HashMap<>(stop.contexts());
        ContextSource source = new ContextSource(move.from(), step.from().name());
        set.forEach(context -> after.put(context, source));
        return after;
    }
}
