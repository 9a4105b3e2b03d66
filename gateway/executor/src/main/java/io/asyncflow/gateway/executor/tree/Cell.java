package io.asyncflow.gateway.executor.tree;

/** What a cell of the tree holds, as one long: its kind in the three highest bits, and what the kind needs. */
public final class Cell {

    /** Nothing was written. */
    public static final int ABSENT = 0;
    /** The subgraph said null. */
    public static final int NULL = 1;
    /** Any value as the subgraph wrote it: where it begins, and how long it is. */
    public static final int LEAF = 2;
    /** The number of the object's first cell. */
    public static final int OBJECT = 3;
    /** The number of the list's first cell. */
    public static final int LIST = 4;
    /** The number of an error that left nothing to write. */
    public static final int ERROR = 5;
    /** The number of an object's type. */
    public static final int TYPE = 6;

    public static final long NOTHING = 0;
    public static final long NO_VALUE = of(NULL, 0);

    private static final int KIND_SHIFT = 61;
    private static final int LENGTH_BITS = 30;

    private Cell() {}

    public static long of(int kind, int number) {
        return ((long) kind << KIND_SHIFT) | number;
    }

    public static long leaf(int from, int to) {
        return ((long) LEAF << KIND_SHIFT) | ((long) from << LENGTH_BITS) | (to - from);
    }

    public static int kind(long cell) {
        return (int) (cell >>> KIND_SHIFT);
    }

    public static int number(long cell) {
        return (int) cell;
    }

    public static int from(long leaf) {
        return (int) (leaf >>> LENGTH_BITS) & Integer.MAX_VALUE;
    }

    public static int length(long leaf) {
        return (int) leaf & ((1 << LENGTH_BITS) - 1);
    }

    /** Whether there is neither a value nor any hope of one from what has been written so far. */
    public static boolean isEmpty(long cell) {
        int kind = kind(cell);
        return kind == ABSENT || kind == NULL || kind == ERROR;
    }
}
