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

    /** Fetches cost memory, and the subgraph's time, too. */
    private static final int STEPS_OF_A_FETCH = 200;

    private final Budget budget;
    private final List<FetchDraft> all = new ArrayList<>();
    private final Map<Integer, Integer> around = new HashMap<>();
    private List<FetchDraft> before = List.of();
    private int started;

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
        return add(FetchDraft.entities(graph, deferral, place));
    }

    private FetchDraft add(FetchDraft fetch) {
        budget.spend(STEPS_OF_A_FETCH);
        all.add(fetch);
        if (fetch.place().parent() == null) {
            before.forEach(fetch::waitFor);
        }
        return fetch;
    }

    /**
     * From here on, what starts at the root waits for all there is, but not for what is deferred. What was started last
     * has waited for all before.
     */
    void startNext() {
        List<FetchDraft> last = all.subList(started, all.size()).stream()
                .filter(fetch -> fetch.deferral() == 0 && !fetch.isEmpty())
                .toList();
        if (!last.isEmpty()) {
            before = last;
        }
        started = all.size();
    }

    List<FetchDraft> all() {
        return all;
    }
}
