package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.planner.operation.Deferral;
import io.asyncflow.gateway.planner.search.Budget;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All fetches of a plan while it is put together, in the order in which they were found necessary. */
final class Fetches {

    /** Lookups cost memory, and the subgraph's time, too. */
    private static final int STEPS_OF_A_LOOKUP = 200;

    private final Budget budget;
    private final List<FetchDraft> all = new ArrayList<>();
    private final Map<Integer, Integer> around = new HashMap<>();
    private List<FetchDraft> before = List.of();

    Fetches(Budget budget) {
        this.budget = budget;
    }

    /** Notes a deferral before fetches are made for it. */
    void note(Deferral deferral) {
        Deferral next = deferral;
        for (Deferral parent = next.parent(); parent != null; parent = next.parent()) {
            around.put(next.id(), parent.id());
            next = parent;
        }
    }

    /** Whether what is fetched for the one deferral is there when the other's is. */
    boolean comesWith(int deferral, int inner) {
        int next = inner;
        while (next != deferral && next != 0) {
            next = around.getOrDefault(next, 0);
        }
        return next == deferral;
    }

    FetchDraft root(Graph graph, int deferral, Place place) {
        return add(FetchDraft.root(graph, deferral, place));
    }

    FetchDraft entities(Graph graph, int deferral, Place place) {
        budget.spend(STEPS_OF_A_LOOKUP);
        return add(FetchDraft.entities(graph, deferral, place));
    }

    private FetchDraft add(FetchDraft fetch) {
        all.add(fetch);
        if (fetch.place().parent() == null) {
            before.forEach(fetch::waitFor);
        }
        return fetch;
    }

    /** From here on, what starts at the root waits for all there is, but not for what is deferred. */
    void startNext() {
        before = all.stream().filter(fetch -> fetch.deferral() == 0).toList();
    }

    List<FetchDraft> all() {
        return all;
    }
}
