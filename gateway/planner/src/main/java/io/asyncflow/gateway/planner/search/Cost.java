package io.asyncflow.gateway.planner.search;

/**
 * What it costs to answer a selection: first the number of fetches, then the sum of their depths. Both are in one long,
 * so that costs are added and compared as numbers.
 */
public final class Cost {

    public static final long NONE = 0;

    /** Of what cannot be answered; far enough from the end of the longs that costs can be added to it. */
    public static final long IMPOSSIBLE = Long.MAX_VALUE / 1024;

    private static final int FETCHES = 32;

    private Cost() {}

    static long of(int fetches, int depths) {
        return ((long) fetches << FETCHES) + depths;
    }

    /** The same cost where all its fetches come so many fetches later. */
    static long later(long cost, int by) {
        return isPossible(cost) ? cost + (cost >> FETCHES) * by : IMPOSSIBLE;
    }

    static long sum(long one, long other) {
        return isPossible(one) && isPossible(other) ? one + other : IMPOSSIBLE;
    }

    public static boolean isPossible(long cost) {
        return cost < IMPOSSIBLE;
    }

    public static int fetches(long cost) {
        return (int) (cost >> FETCHES);
    }

    public static int depths(long cost) {
        return (int) cost;
    }
}
