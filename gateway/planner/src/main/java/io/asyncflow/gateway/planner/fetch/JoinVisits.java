package io.asyncflow.gateway.planner.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets what is asked of a place early wait for what is asked there of the same subgraph later, where that makes no chain
 * of requests longer.
 *
 * <pre>
 *       catalog                      catalog
 *      /       \                        |
 *   shipping   makers                 makers
 *   { cost }     |          =>          |
 *             shipping               shipping
 *             { customs }            { cost customs }
 * </pre>
 */
final class JoinVisits implements Rewrite {

    @Override
    public void apply(List<FetchDraft> fetches) {
        Map<Place, List<FetchDraft>> byPlace = new LinkedHashMap<>();
        for (FetchDraft fetch : fetches) {
            if (fetch.canBatch()) {
                byPlace.computeIfAbsent(fetch.place(), _ -> new ArrayList<>(1)).add(fetch);
            }
        }
        for (List<FetchDraft> visits : byPlace.values()) {
            if (visits.size() > 1) {
                join(visits, fetches);
            }
        }
    }

    private static void join(List<FetchDraft> visits, List<FetchDraft> fetches) {
        for (FetchDraft early : visits) {
            for (FetchDraft late : visits) {
                if (fetches.contains(late)
                        && canJoin(early, late)
                        && Depths.greatest(fetches, early, late) <= Depths.greatest(fetches, null, null)) {
                    late.takeOver(early);
                    FetchDraft.replace(Map.of(early, late), fetches);
                    break;
                }
            }
        }
    }

    private static boolean canJoin(FetchDraft early, FetchDraft late) {
        return early != late
                && early.graph().equals(late.graph())
                && early.deferral() == late.deferral()
                && !late.follows(early)
                && !early.follows(late);
    }
}
