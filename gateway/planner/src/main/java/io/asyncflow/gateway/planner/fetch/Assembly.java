package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.fetch.SelectionDraft.FieldDraft;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.search.Choice;
import io.asyncflow.gateway.planner.search.Cost;
import io.asyncflow.gateway.planner.search.Option;
import io.asyncflow.gateway.planner.search.Pick;
import io.asyncflow.gateway.planner.search.Search;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for what a client selected, place by place, each field where the search chose it. */
final class Assembly {

    private static final Field TYPENAME = new Field(
            "__typename",
            "__typename",
            List.of(),
            List.of(),
            List.of(),
            null,
            new TypeRef.NonNullType(TypeRef.named("String")),
            null);

    private final Search search;
    private final Fetches fetches;
    private final Entrances entrances;
    private final Decisions decisions;

    Assembly(Search search, Fetches fetches, Decisions decisions) {
        this.search = search;
        this.fetches = fetches;
        this.decisions = decisions;
        this.entrances = new Entrances(search, fetches, this);
    }

    /** Asks for the selections at a place whose objects come with the visits. */
    List<EntryDraft> answer(SelectionSet selections, Place place, List<Visit> visits, int deferral) {
        List<State> states = states(visits);
        Choice choice = search.choose(selections, states);
        return answer(selections, choice, place, visits, deferral);
    }

    static List<State> states(List<Visit> visits) {
        List<State> states = new ArrayList<>(visits.size());
        for (Visit visit : visits) {
            State state = visit.arrived();
            if (state != null) {
                states.add(state);
            }
        }
        return states;
    }

    List<EntryDraft> answer(SelectionSet selections, Choice choice, Place place, List<Visit> visits, int deferral) {
        if (!Cost.isPossible(choice.cost())) {
            throw new PlanningException(
                    "NO_PLAN", "No subgraph can be asked for what is selected at '" + place.path() + "'.");
        }
        decisions.note(place, choice);
        EntryDraft[] entries = new EntryDraft[choice.picks().size()];
        for (Rank rank : Rank.values()) {
            for (int i = 0; i < entries.length; i++) {
                Pick pick = choice.picks().get(i);
                if (Rank.of(pick) == rank) {
                    entries[i] = answer(pick, place, visits, deferral);
                }
            }
        }
        List<EntryDraft> answered = List.of(entries);
        return choice.reveal() == null
                ? answered
                : inOrder(selections, answered, reveal(choice.reveal(), place, visits, deferral));
    }

    /** What leaves no choice first, so that what leaves one can share its fetches; what has inputs last. */
    private enum Rank {
        SINGLE,
        SEVERAL,
        FED;

        static Rank of(Pick pick) {
            if (pick.needsInputs()) {
                return FED;
            }
            return pick.sources().size() == 1 ? SINGLE : SEVERAL;
        }
    }

    private EntryDraft answer(Pick pick, Place place, List<Visit> visits, int around) {
        Field field = pick.field();
        int deferral = around;
        if (field.deferral() != null) {
            fetches.note(field.deferral());
            deferral = field.deferral().id();
        }
        Slot known = place.known(field, pick.types());
        Slot slot = known == null ? place.add(field, place.keys().keyOf(field), pick.types()) : known;
        if (pick.isAbsent()) {
            return new EntryDraft(field, slot, field.selections() == null ? null : List.of());
        }
        if (pick.types() != null) {
            askTypename(place);
        }
        if (field.selections() == null && known != null && known.isWrittenFor(deferral)) {
            return new EntryDraft(field, slot, null);
        }
        List<String> types = pick.types() == null ? place.types() : pick.types();
        List<Visit> below = ask(pick, slot, types, place, visits, deferral, null);
        if (field.selections() == null) {
            return new EntryDraft(field, slot, null);
        }
        List<EntryDraft> entries = answer(field.selections(), slot.below(), below, deferral);
        boolean isNothing = !entries.isEmpty()
                && entries.stream().allMatch(entry -> entry.slot().writers().isEmpty());
        if (!isNothing && below.stream().noneMatch(Visit::isUsed)) {
            askTypename(slot.below());
        }
        return new EntryDraft(field, slot, entries);
    }

    /** Asks for the field itself, and returns where its value's objects come from. */
    List<Visit> ask(
            Pick pick,
            Slot slot,
            List<String> types,
            Place place,
            List<Visit> visits,
            int deferral,
            @Nullable FetchDraft target) {
        if (pick.field().selections() == null) {
            Option source = preferred(pick, place, visits, deferral);
            Entered at = entrances.at(source, types, place, visits, deferral, target);
            at.visit().ask(new FieldDraft(slot, source.move(), slot.types(), at.contexts(), null));
            return List.of();
        }
        List<Visit> below = new ArrayList<>(pick.sources().size());
        for (Option source : pick.sources()) {
            Entered at = entrances.at(source, types, place, visits, deferral, target);
            below.add(below(at, slot, source));
        }
        slot.below().setTypes(types(below));
        return below;
    }

    private static Visit below(Entered at, Slot slot, Option source) {
        for (Visit known : slot.below().visits()) {
            if (known.isBelow(at.visit())) {
                return known;
            }
        }
        Visit below = Visit.below(at.visit(), slot, source.move(), slot.types(), at.contexts());
        slot.below().visits().add(below);
        return below;
    }

    /** A visit, and the variables that fill arguments of the field asked for there. */
    record Entered(Visit visit, List<ContextDraft> contexts) {}

    private Option preferred(Pick pick, Place place, List<Visit> visits, int deferral) {
        for (Option source : pick.sources()) {
            if (source.isLocal() ? visits.get(source.arrival()).isUsed() : entrances.isOpen(source, place, deferral)) {
                return source;
            }
        }
        return pick.sources().getFirst();
    }

    private static List<String> types(List<Visit> visits) {
        List<String> types = new ArrayList<>();
        for (State state : states(visits)) {
            if (state.kind() == State.Kind.OBJECT) {
                return List.of(state.type());
            }
            state.runtimeTypes().stream().filter(type -> !types.contains(type)).forEach(types::add);
        }
        return types.isEmpty() ? List.of(states(visits).getFirst().type()) : types;
    }

    /** Asks once for the type of a place's objects, where those come from. */
    Slot askTypename(Place place) {
        Slot known = place.typename();
        if (known != null) {
            return known;
        }
        Slot slot = place.add(TYPENAME, "__typename", null);
        place.setTypename(slot);
        Visit from = typed(place.visits());
        State state = from.arrived();
        if (state != null) {
            from.ask(new FieldDraft(slot, state.typename(), null, List.of(), null));
        }
        return slot;
    }

    private static Visit typed(List<Visit> visits) {
        Visit found = visits.getFirst();
        for (Visit visit : visits.reversed()) {
            State state = visit.arrived();
            boolean comesHere = !visit.isEntry() || visit.lookup() != null;
            if (state != null && comesHere && state.kind() != State.Kind.INTERFACE_OBJECT) {
                found = visit.isUsed() || !found.isUsed() ? visit : found;
            }
        }
        return found;
    }

    private List<EntryDraft> reveal(Choice.Reveal reveal, Place place, List<Visit> visits, int deferral) {
        Visit revealed = entrances.reveal(reveal.route(), place, deferral);
        List<Visit> all = new ArrayList<>(List.of(revealed));
        all.addAll(visits);
        place.visits().removeAll(all);
        place.visits().addAll(0, all);
        place.setTypes(types(all));
        return answer(reveal.rest(), place, all, deferral);
    }

    /** Both, as the client selected them. */
    static List<EntryDraft> inOrder(SelectionSet selections, List<EntryDraft> some, List<EntryDraft> more) {
        Map<Field, Integer> order = new IdentityHashMap<>();
        for (Selected selected : selections.selections()) {
            switch (selected) {
                case Field field -> order.putIfAbsent(field, order.size());
                case Selected.Fragment fragment ->
                    fragment.fields().forEach(field -> order.putIfAbsent(field, order.size()));
            }
        }
        List<EntryDraft> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparingInt(entry -> order.getOrDefault(entry.field(), Integer.MAX_VALUE)));
        return all;
    }
}
