package io.asyncflow.gateway.planner.fetch;

import java.util.List;

/**
 * Drops fetches of which nothing was asked in the end, since another subgraph had it all.
 *
 * <pre>
 *   a { product { name } }   b { }      a { product { name } }
 *              \             /     =>             |
 *            c { _entities }               c { _entities }
 * </pre>
 */
final class DropEmptyFetches implements Rewrite {

    @Override
    public void apply(List<FetchDraft> fetches) {
        while (true) {
            List<FetchDraft> empty =
                    fetches.stream().filter(FetchDraft::isEmpty).toList();
            if (empty.isEmpty()) {
                return;
            }
            fetches.removeAll(empty);
            fetches.forEach(fetch -> empty.forEach(fetch.parents()::remove));
        }
    }
}
