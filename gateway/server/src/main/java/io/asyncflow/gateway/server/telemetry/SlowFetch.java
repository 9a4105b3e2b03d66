package io.asyncflow.gateway.server.telemetry;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fetch that took a good part of what makes an operation slow.
 *
 * @param fetch its place in the plan
 */
record SlowFetch(String subgraph, int fetch, String outcome, long nanos) {

    private static final int KEPT = 3;

    /** The slowest of those and this one, the slowest first. */
    static List<SlowFetch> slowest(List<SlowFetch> those, SlowFetch one) {
        return Stream.concat(those.stream(), Stream.of(one))
                .sorted(Comparator.comparingLong(SlowFetch::nanos).reversed())
                .limit(KEPT)
                .toList();
    }

    @Override
    public String toString() {
        return subgraph + "#" + fetch + " " + nanos / 1_000_000 + " ms " + outcome;
    }
}
