package io.asyncflow.gateway.planner.fetch;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many fetches come before each, one after the other. */
final class Depths {

    private final Map<FetchDraft, Integer> known = new IdentityHashMap<>();

    private @Nullable FetchDraft merged;
    private @Nullable FetchDraft into;

    private Depths() {}

    static Map<FetchDraft, Integer> of(List<FetchDraft> fetches) {
        Depths depths = new Depths();
        fetches.forEach(depths::depth);
        return depths.known;
    }

    /** The depth of a fetch that waits for the parents. */
    static int after(Collection<FetchDraft> parents) {
        Depths depths = new Depths();
        return parents.stream().mapToInt(depths::depth).max().orElse(-1) + 1;
    }

    /** The greatest of all, if those that are merged into others are waited for there. */
    static int greatest(List<FetchDraft> fetches, @Nullable FetchDraft merged, @Nullable FetchDraft into) {
        Depths depths = new Depths();
        depths.merged = merged;
        depths.into = into;
        return fetches.stream().mapToInt(depths::depth).max().orElse(0);
    }

    private int depth(FetchDraft of) {
        FetchDraft fetch = of == merged && into != null ? into : of;
        Integer depth = known.get(fetch);
        if (depth == null) {
            depth = below(fetch.parents());
            if (fetch == into && merged != null) {
                depth = Math.max(depth, below(merged.parents()));
            }
            known.put(fetch, depth);
        }
        return depth;
    }

    private int below(Collection<FetchDraft> parents) {
        int depth = 0;
        for (FetchDraft parent : parents) {
            depth = Math.max(depth, depth(parent) + 1);
        }
        return depth;
    }
}
