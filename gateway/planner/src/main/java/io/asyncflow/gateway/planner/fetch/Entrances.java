package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.fetch.Assembly.Entered;
import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.fetch.LookupDraft.InputDraft;
import io.asyncflow.gateway.planner.graph.Entrance;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.search.Cost;
import io.asyncflow.gateway.planner.search.Option;
import io.asyncflow.gateway.planner.search.Route;
import io.asyncflow.gateway.planner.search.Search;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Enters subgraphs with the objects of a place: by a visit that stands, if that can wait for the inputs, or by a new one. */
final class Entrances {

    private final Search search;
    private final Fetches fetches;
    private final Supplies supplies;
    private final ContextValues contexts;

    Entrances(Search search, Fetches fetches, Assembly assembly) {
        this.search = search;
        this.fetches = fetches;
        this.supplies = new Supplies(search, fetches, assembly, this);
        this.contexts = new ContextValues(search.graph(), supplies);
    }

    boolean isOpen(Option source, Place place, int deferral) {
        return place.visits().stream()
                .anyMatch(visit -> isIn(visit, source.move().from(), deferral) && visit.arrived() == null);
    }

    private static boolean isIn(Visit visit, State state, int deferral) {
        return visit.fetch().graph().equals(state.graph()) && visit.fetch().deferral() == deferral;
    }

    /**
     * The visit in which the source's field is asked for.
     *
     * @param types the object types that it is for
     * @param target the fetch that the field is an input of, so that it cannot be asked for later
     */
    Entered at(
            Option source,
            List<String> types,
            Place place,
            List<Visit> visits,
            int deferral,
            @Nullable FetchDraft target) {
        if (source.isLocal()) {
            Visit visit = visits.get(source.arrival());
            boolean stays = target != null
                    || visit.fetch().deferral() == deferral
                    || source.move().field().equals("__typename");
            return new Entered(stays ? visit : again(visit, source, types, place, deferral), List.of());
        }
        for (Visit visit : List.copyOf(place.visits())) {
            if (isIn(visit, source.move().from(), deferral) && visit.isEntry() && supplies.isFree(visit.fetch())) {
                Entered entered = enter(visit, source.move(), types, place);
                if (entered != null) {
                    return entered;
                }
            }
        }
        return enterNew(source.move(), types, place, deferral);
    }

    private Entered enterNew(Move move, List<String> types, Place place, int deferral) {
        Visit visit = open(move.from(), place, deferral);
        Entered entered = enter(visit, move, types, place);
        if (entered == null) {
            throw new PlanningException("NO_PLAN", "There is no way to " + move + " at '" + place.path() + "'.");
        }
        place.visits().add(visit);
        return entered;
    }

    private Visit open(State target, Place place, int deferral) {
        if (!search.graph().isRoot(target.type())) {
            return Visit.lookup(fetches.entities(target.graph(), deferral, place));
        }
        FetchDraft fetch = fetches.root(target.graph(), deferral, place);
        if (place.parent() != null) {
            supplies.waitForObjects(place, fetch);
        }
        return Visit.root(fetch, target);
    }

    private @Nullable Entered enter(Visit visit, Move move, List<String> types, Place place) {
        if (move.requires() != null && !visit.canFeedOnly(types)) {
            return null;
        }
        for (String type : types) {
            Move own = own(move, type);
            boolean canEnter = own != null
                    && isWorthFeeding(visit, own, type, place)
                    && enter(visit, own.from(), type, place)
                    && feed(visit, own, type, place);
            if (!canEnter) {
                return null;
            }
        }
        LookupDraft lookup = visit.lookup();
        if (move.requires() != null) {
            visit.setFed();
        }
        if (lookup == null || move.contextArguments().isEmpty()) {
            return new Entered(visit, List.of());
        }
        List<ContextDraft> values = contexts.of(move, place, visit.fetch());
        return values == null ? null : new Entered(visit, values);
    }

    /** The field as the subgraph has it of the type. */
    private @Nullable Move own(Move move, String type) {
        for (Move owner : search.graph().owners(type, move.field())) {
            if (owner == move || owner.from().graph().equals(move.from().graph())) {
                return owner;
            }
        }
        return null;
    }

    private boolean enter(Visit visit, State state, String type, Place place) {
        LookupDraft lookup = visit.lookup();
        if (lookup == null) {
            return visit.arrived() == state;
        }
        State known = visit.state(type);
        if (known != null) {
            return known == state;
        }
        if (!visit.canEnter(type, state)) {
            return false;
        }
        Route route =
                search.routes(supplies.states(place, type, visit.fetch()), type).get(state);
        return route != null && enter(visit, lookup, route.entrance(), type, place);
    }

    private boolean enter(Visit visit, LookupDraft lookup, Entrance entrance, String type, Place place) {
        if (entrance.key() == null) {
            return false;
        }
        List<InputDraft> inputs = supplies.of(entrance.key(), place, type, visit.fetch());
        if (inputs == null || !lookup.agrees(type, inputs)) {
            return false;
        }
        supplies.waitForTypes(place, visit.fetch());
        lookup.represent(type, entrance.typename());
        lookup.add(type, inputs);
        visit.enter(type, entrance.target());
        return true;
    }

    /** Not if what it could be fed with takes more fetches than what another visit after it could. */
    private boolean isWorthFeeding(Visit visit, Move move, String type, Place place) {
        if (move.requires() == null || !place.visits().contains(visit)) {
            return true;
        }
        long first = search.choose(move.requires(), supplies.states(place, type, visit.fetch()))
                .cost();
        long after =
                search.choose(move.requires(), supplies.states(place, type)).cost();
        return Cost.fetches(first) <= Cost.fetches(after);
    }

    private boolean feed(Visit visit, Move move, String type, Place place) {
        LookupDraft lookup = visit.lookup();
        if (move.requires() == null || lookup == null) {
            return lookup != null || move.isDirect();
        }
        List<FetchDraft> parents = List.copyOf(visit.fetch().parents());
        List<InputDraft> inputs = supplies.of(move.requires(), place, type, visit.fetch());
        boolean isNew = !place.visits().contains(visit);
        if (inputs == null || !lookup.agrees(type, inputs) || !isNew && !comeTogether(inputs, visit, parents)) {
            visit.fetch().waitOnlyFor(parents);
            return false;
        }
        lookup.add(type, inputs);
        return true;
    }

    /** Whether the inputs are there just when what the visit has asked for so far is: so that neither waits. */
    private static boolean comeTogether(List<InputDraft> inputs, Visit visit, List<FetchDraft> parents) {
        int before = Depths.after(parents);
        int with = Depths.after(visit.fetch().parents());
        return before == with && before == Math.max(Depths.after(writers(inputs)), 1);
    }

    private static Set<FetchDraft> writers(List<InputDraft> inputs) {
        Set<FetchDraft> writers = new LinkedHashSet<>();
        for (InputDraft input : inputs) {
            writers.addAll(input.slot().writers());
            writers.addAll(writers(input.inputs()));
        }
        return writers;
    }

    /** For a deferral, the objects are looked up anew where they have a key; else they come with the rest. */
    private Visit again(Visit visit, Option source, List<String> types, Place place, int deferral) {
        for (Visit open : place.visits()) {
            if (isIn(open, source.move().from(), deferral)
                    && types.stream().allMatch(type -> isSame(open.state(type), source.move()))) {
                return open;
            }
        }
        if (place.parent() == null) {
            return visit;
        }
        Visit anew = open(source.move().from(), place, deferral);
        for (String type : types) {
            State state = search.graph().state(type, source.move().from().graphIndex());
            if (state == null || !isSame(state, source.move()) || !enter(anew, state, type, place)) {
                fetches.all().remove(anew.fetch());
                return visit;
            }
        }
        place.visits().add(anew);
        return anew;
    }

    /** Whether the field is the same where the object is looked up, without what was provided on the way to it. */
    private static boolean isSame(@Nullable State state, Move move) {
        Move again = state == null ? null : state.move(move.field());
        return again != null && again.isDirect() && again.target() == move.target();
    }

    /** Enters a subgraph that knows the objects' types. */
    Visit reveal(Route route, Place place, int deferral) {
        State target = route.entrance().target();
        FetchDraft fetch = fetches.entities(target.graph(), deferral, place);
        Visit visit = Visit.revealing(fetch, target);
        LookupDraft lookup = visit.lookup();
        String type = place.types().getFirst();
        if (lookup == null || !enter(visit, lookup, route.entrance(), type, place)) {
            throw new PlanningException(
                    "NO_PLAN", "The type of the objects at '" + place.path() + "' cannot be found out.");
        }
        return visit;
    }
}
