package io.asyncflow.gateway.planner.fetch;

import java.util.List;

/**
 * Leaves out parents that other parents wait for.
 *
 * <pre>
 *   a          a
 *   |\         |
 *   b |   =>   b
 *   |/         |
 *   c          c
 * </pre>
 */
final class ReduceParents implements Rewrite {

    @Override
    public void apply(List<FetchDraft> fetches) {
        for (FetchDraft fetch : fetches) {
            if (fetch.parents().size() > 1) {
                List<FetchDraft> parents = List.copyOf(fetch.parents());
                for (FetchDraft parent : parents) {
                    if (fetch.parents().stream().anyMatch(other -> other != parent && other.follows(parent))) {
                        fetch.parents().remove(parent);
                    }
                }
            }
        }
    }
}
