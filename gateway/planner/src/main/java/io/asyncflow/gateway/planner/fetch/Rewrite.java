package io.asyncflow.gateway.planner.fetch;

import java.util.List;

/** Makes the fetches of a plan better, or fit for their subgraphs, without changing what they answer. */
interface Rewrite {

    /** The fetches may be changed, and removed from the list. */
    void apply(List<FetchDraft> fetches);
}
