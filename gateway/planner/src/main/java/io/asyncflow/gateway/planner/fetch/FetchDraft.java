package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fetch while it is put together. */
final class FetchDraft {

    private final Graph graph;
    private final int deferral;
    private final Place place;

    /** Of a root; entities have theirs in the lookups. */
    private final @Nullable SelectionDraft selections;

    private final List<LookupDraft> lookups = new ArrayList<>();
    private final Map<Place, LookupDraft> lookupsByPlace = new HashMap<>();
    private final Set<FetchDraft> parents = new LinkedHashSet<>();
    private List<Condition> conditions = List.of();

    private FetchDraft(Graph graph, int deferral, Place place, @Nullable SelectionDraft selections) {
        this.graph = graph;
        this.deferral = deferral;
        this.place = place;
        this.selections = selections;
    }

    /** Of fields of the root type that is at the place. */
    static FetchDraft root(Graph graph, int deferral, Place place) {
        return new FetchDraft(graph, deferral, place, new SelectionDraft());
    }

    static FetchDraft entities(Graph graph, int deferral, Place place) {
        FetchDraft fetch = new FetchDraft(graph, deferral, place, null);
        LookupDraft lookup = new LookupDraft(place);
        fetch.lookups.add(lookup);
        fetch.lookupsByPlace.put(place, lookup);
        return fetch;
    }

    Graph graph() {
        return graph;
    }

    int deferral() {
        return deferral;
    }

    Place place() {
        return place;
    }

    @Nullable
    SelectionDraft selections() {
        return selections;
    }

    List<LookupDraft> lookups() {
        return lookups;
    }

    Set<FetchDraft> parents() {
        return parents;
    }

    List<Condition> conditions() {
        return conditions;
    }

    void setConditions(List<Condition> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    void waitFor(FetchDraft parent) {
        if (parent != this) {
            parents.add(parent);
        }
    }

    void waitOnlyFor(Collection<FetchDraft> others) {
        parents.clear();
        others.forEach(this::waitFor);
    }

    /** Whether its lookups can go with others': contexts can need several requests of one fetch. */
    boolean canBatch() {
        return !lookups.isEmpty()
                && lookups.stream().allMatch(lookup -> lookup.contexts().isEmpty());
    }

    /** Takes over the other's lookups and its parents. */
    void takeOver(FetchDraft other) {
        for (LookupDraft lookup : other.lookups) {
            LookupDraft same = lookupsByPlace.get(lookup.place());
            if (same == null || !same.merge(lookup)) {
                lookups.add(lookup);
                lookupsByPlace.putIfAbsent(lookup.place(), lookup);
            }
        }
        other.parents.forEach(this::waitFor);
    }

    /** Takes those out that were taken over; what waited for one waits for the other. */
    static void replace(Map<FetchDraft, FetchDraft> takenOver, List<FetchDraft> all) {
        if (takenOver.isEmpty()) {
            return;
        }
        all.removeIf(takenOver::containsKey);
        for (FetchDraft fetch : all) {
            List<FetchDraft> parents = List.copyOf(fetch.parents);
            fetch.waitOnlyFor(List.of());
            parents.forEach(parent -> fetch.waitFor(takenOver.getOrDefault(parent, parent)));
        }
    }

    /** All selections, of the root or of each lookup. */
    List<SelectionDraft> allSelections() {
        return selections == null
                ? lookups.stream().map(LookupDraft::selections).toList()
                : List.of(selections);
    }

    boolean isEmpty() {
        return allSelections().stream().allMatch(SelectionDraft::isEmpty);
    }

    /** Whether it waits for the other, or is it. */
    boolean follows(FetchDraft other) {
        return follows(other, new LinkedHashSet<>());
    }

    private boolean follows(FetchDraft other, Set<FetchDraft> seen) {
        if (this == other) {
            return true;
        }
        for (FetchDraft parent : parents) {
            if (seen.add(parent) && parent.follows(other, seen)) {
                return true;
            }
        }
        return false;
    }
}
