package io.asyncflow.gateway.executor.tree;

import java.util.Arrays;

/** Cells whose number is not known yet. */
public final class Stack {

    private long[] cells = new long[64];
    private int size;

    public int size() {
        return size;
    }

    public void push(long cell) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        cells[size++] = cell;
    }

    void take(int from, long[] into, int at) {
        System.arraycopy(cells, from, into, at, size - from);
        size = from;
    }

    public void clear() {
        size = 0;
    }
}
