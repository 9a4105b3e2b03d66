package io.asyncflow.gateway.executor.json;

/** How much memory an operation may take. What holds its data asks here before it grows. */
public final class Allowance {

    public static final long UNLIMITED = Long.MAX_VALUE / 2;

    /** For what is small by nature. */
    static final Allowance UNBOUNDED = new Allowance();

    /** Cells have that many bits for where text begins. */
    private static final int LONGEST = 1 << 30;

    private long limit = UNLIMITED;
    private long taken;
    private long spent;

    /** Starts with nothing taken. */
    public void begin(long bytes) {
        limit = bytes;
        taken = 0;
        spent = 0;
    }

    /**
     * The new length for an array that has grown too short: twice the old one, or all that there is room for.
     *
     * @param unit the bytes of one element
     */
    public int grown(int length, long needed, int unit) {
        long most = Math.min(LONGEST, length + (limit - taken) / unit);
        if (needed > most) {
            throw new OversizeException(limit);
        }
        long grown = Math.min(most, Math.max(2L * length, needed));
        if (limit != UNLIMITED) {
            taken += (grown - length) * unit;
        }
        return (int) grown;
    }

    /** Counts text that is not kept, such as requests and what is cut off again: work has its bounds, too. */
    public void spend(int bytes) {
        spent += bytes;
        if (spent > limit) {
            throw new OversizeException(limit);
        }
    }
}
