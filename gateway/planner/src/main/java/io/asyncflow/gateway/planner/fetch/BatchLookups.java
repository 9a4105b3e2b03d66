package io.asyncflow.gateway.planner.fetch;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends lookups in one subgraph at the same depth as one request.
 *
 * <pre>
 *           products                          products
 *          /        \                            |
 *   users            users         =>          users
 *   _entities        _entities                 _0: _entities   at reviews@.author
 *   at reviews@      at seller                 _1: _entities   at seller
 *      .author
 * </pre>
 *
 * Where the parents differ, a lookup waits for those of the others, too: a request less is worth more, and the longest
 * chain of requests stays as long as it was.
 */
final class BatchLookups implements Rewrite {

    private record Batch(String graph, int depth, int deferral) {}

    @Override
    public void apply(List<FetchDraft> fetches) {
        Map<FetchDraft, Integer> depths = Depths.of(fetches);
        Map<Batch, FetchDraft> batches = new LinkedHashMap<>();
        Map<FetchDraft, FetchDraft> merged = new IdentityHashMap<>();
        for (FetchDraft fetch : fetches) {
            if (fetch.canBatch()) {
                Batch batch = new Batch(fetch.graph().id(), depths.getOrDefault(fetch, 0), fetch.deferral());
                FetchDraft first = batches.putIfAbsent(batch, fetch);
                if (first != null) {
                    first.takeOver(fetch);
                    merged.put(fetch, first);
                }
            }
        }
        FetchDraft.replace(merged, fetches);
    }
}
