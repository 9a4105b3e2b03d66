package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.fetch.LookupDraft.InputDraft;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.search.Choice;
import io.asyncflow.gateway.planner.search.Cost;
import io.asyncflow.gateway.planner.search.Pick;
import io.asyncflow.gateway.planner.search.Search;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what another fetch needs as input: keys, {@code @requires}, contexts. What is asked for already is used again
 * where it comes in time; the rest is asked for as if the client had selected it, but under names that it does not see.
 */
final class Supplies {

    private final Search search;
    private final Assembly assembly;
    private final Entrances entrances;
    private final Fetches fetches;

    /** What inputs are being sought for; nothing found may wait for one of them. */
    private final Deque<FetchDraft> waiting = new ArrayDeque<>();

    Supplies(Search search, Fetches fetches, Assembly assembly, Entrances entrances) {
        this.search = search;
        this.assembly = assembly;
        this.entrances = entrances;
        this.fetches = fetches;
    }

    /**
     * Null where the selections cannot be had before the target.
     *
     * @param type the object type that they are for, or null for all that the place can have
     */
    @Nullable
    List<InputDraft> of(SelectionSet selections, Place place, @Nullable String type, FetchDraft target) {
        waiting.push(target);
        List<InputDraft> inputs = supply(selections, place, type, target);
        waiting.pop();
        return inputs;
    }

    private @Nullable List<InputDraft> supply(
            SelectionSet selections, Place place, @Nullable String type, FetchDraft target) {
        List<Visit> visits = visits(place, type, target);
        if (visits.isEmpty()) {
            return null;
        }
        Choice choice = search.choose(selections, states(visits, type));
        if (!Cost.isPossible(choice.cost())) {
            return null;
        }
        List<InputDraft> inputs = new ArrayList<>(choice.picks().size());
        for (Pick pick : choice.picks()) {
            InputDraft input = of(pick, types(pick, place, type), place, visits, target);
            if (input == null) {
                return null;
            }
            inputs.add(input);
        }
        return choice.reveal() == null ? inputs : revealed(choice.reveal(), inputs, place, type, target);
    }

    private @Nullable List<InputDraft> revealed(
            Choice.Reveal reveal, List<InputDraft> inputs, Place place, @Nullable String type, FetchDraft target) {
        place.visits().addFirst(entrances.reveal(reveal.route(), place, target.deferral()));
        List<InputDraft> rest = of(reveal.rest(), place, type, target);
        if (rest != null) {
            inputs.addAll(rest);
        }
        return rest == null ? null : inputs;
    }

    /** The states of the objects of the type where the target could still take something from. */
    List<State> states(Place place, String type, FetchDraft target) {
        return states(visits(place, type, target), type);
    }

    /** The states of the objects of the type in all visits that nothing is being sought for. */
    List<State> states(Place place, String type) {
        return states(
                place.visits().stream()
                        .filter(visit -> visit.state(type) != null && isFree(visit.fetch()))
                        .toList(),
                type);
    }

    private static List<State> states(List<Visit> visits, @Nullable String type) {
        List<State> states = new ArrayList<>(visits.size());
        for (Visit visit : visits) {
            State state = type == null ? visit.arrived() : visit.state(type);
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    private List<Visit> visits(Place place, @Nullable String type, FetchDraft target) {
        List<Visit> visits = new ArrayList<>(place.visits().size());
        for (Visit visit : place.visits()) {
            boolean isKnown = (type == null ? visit.arrived() : visit.state(type)) != null;
            if (isKnown && comesInTime(visit.fetch(), target)) {
                visits.add(visit);
            }
        }
        return visits;
    }

    private static @Nullable List<String> types(Pick pick, Place place, @Nullable String type) {
        if (pick.types() != null) {
            return pick.types();
        }
        return type != null && place.hasSeveralTypes() ? List.of(type) : null;
    }

    private @Nullable InputDraft of(
            Pick pick, @Nullable List<String> types, Place place, List<Visit> visits, FetchDraft target) {
        if (pick.isAbsent()) {
            return null;
        }
        Field field = pick.field();
        Slot slot = known(field, types, place, target);
        if (slot == null) {
            slot = place.add(field, place.keys().keyFor(field), types);
            List<String> forTypes = types == null ? place.types() : types;
            assembly.ask(pick, slot, forTypes, place, visits, target.deferral(), target);
        }
        if (types != null) {
            assembly.askTypename(place);
        }
        if (field.selections() == null) {
            target.waitFor(slot.writers().iterator().next());
            return new InputDraft(slot, List.of());
        }
        return composite(slot, field.selections(), target);
    }

    private @Nullable InputDraft composite(Slot slot, SelectionSet selections, FetchDraft target) {
        List<InputDraft> inputs = of(selections, slot.below(), null, target);
        if (inputs == null) {
            return null;
        }
        boolean isAbstract = slot.below().visits().stream()
                .anyMatch(visit -> visit.arrived() != null && visit.arrived().isAbstract());
        List<InputDraft> all = new ArrayList<>();
        if (isAbstract) {
            all.add(new InputDraft(typename(slot.below(), target), List.of()));
        }
        all.addAll(inputs);
        return new InputDraft(slot, all);
    }

    private Slot typename(Place place, FetchDraft target) {
        Slot typename = assembly.askTypename(place);
        typename.writers().forEach(target::waitFor);
        return typename;
    }

    /** A field asked for already, if nothing keeps it away from the target. */
    private @Nullable Slot known(Field field, @Nullable List<String> types, Place place, FetchDraft target) {
        for (Slot slot : place.slots(field.name())) {
            boolean isSame = slot.isPlain() && slot.arguments().equals(field.arguments());
            boolean isForAll =
                    slot.types() == null || types != null && slot.types().containsAll(types);
            if (isSame && isForAll && comesInTime(slot, target)) {
                return slot;
            }
        }
        return null;
    }

    private boolean comesInTime(Slot slot, FetchDraft target) {
        if (slot.field().selections() != null) {
            return !visits(slot.below(), null, target).isEmpty();
        }
        return !slot.writers().isEmpty() && slot.writers().stream().allMatch(writer -> comesInTime(writer, target));
    }

    private boolean comesInTime(FetchDraft writer, FetchDraft target) {
        return fetches.comesWith(writer.deferral(), target.deferral()) && !writer.follows(target) && isFree(writer);
    }

    /** Whether the fetch waits for none of those that inputs are just being sought for. */
    boolean isFree(FetchDraft fetch) {
        return waiting.isEmpty() || waiting.stream().noneMatch(fetch::follows);
    }

    /** What leads back to a root must be there before the root is asked. */
    void waitForObjects(Place place, FetchDraft target) {
        for (Visit visit : place.visits()) {
            if (visit.isUsed() && !visit.isEntry()) {
                target.waitFor(visit.fetch());
                return;
            }
        }
        typename(place, target);
    }

    /** Where objects are of several types, it must be known which each is of before it can be looked up. */
    void waitForTypes(Place place, FetchDraft target) {
        if (place.hasSeveralTypes()) {
            typename(place, target);
        }
        for (Place below = place; below.parent() != null; below = below.parent()) {
            if (below.slot() != null && below.slot().types() != null) {
                typename(below.parent(), target);
            }
        }
    }
}
