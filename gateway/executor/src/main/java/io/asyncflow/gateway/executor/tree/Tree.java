package io.asyncflow.gateway.executor.tree;

import io.asyncflow.gateway.executor.json.Allowance;
import io.asyncflow.gateway.executor.json.Json;
import java.util.Arrays;

/**
 * Cells, and the text that leaves point into. An object begins with {@link #HEAD} cells of its own; then comes one for
 * each slot of its place. A list begins with the number of its items. An object in several places of the answer may
 * stand in the tree once.
 */
public final class Tree {

    /** For marks: where a walk has been, and in two more where the object stands in what is being written. */
    public static final int HEAD = 3;

    /** What is kept for the next operation; a larger one's memory is given back. */
    private static final int KEPT = 1 << 19;

    private final Allowance allowance;
    private long[] cells = new long[1 << 10];
    private int used;
    private byte[] text = new byte[1 << 12];
    private int written;
    private int walks;

    public Tree(Allowance allowance) {
        this.allowance = allowance;
    }

    public long get(int cell) {
        return cells[cell];
    }

    public void set(int cell, long value) {
        cells[cell] = value;
    }

    public long slot(int object, int slot) {
        return cells[object + HEAD + slot];
    }

    public void slot(int object, int slot, long value) {
        cells[object + HEAD + slot] = value;
    }

    /** How much there is of it: what is written from now on has higher numbers. */
    public int cells() {
        return used;
    }

    public byte[] text() {
        return text;
    }

    /** An object without any values. */
    public int newObject(Place place) {
        int object = reserve(HEAD + place.size());
        Arrays.fill(cells, object, used, Cell.NOTHING);
        return object;
    }

    /** A list of the items, which are taken off the stack from there on. */
    public int newList(Stack stack, int from) {
        int size = stack.size() - from;
        int list = reserve(1 + size);
        cells[list] = size;
        stack.take(from, cells, list + 1);
        return list;
    }

    /** Puts items, as many as there are, into the list; they are taken off the stack from there on. */
    public void refill(int list, Stack stack, int from) {
        stack.take(from, cells, list + 1);
    }

    public int size(int list) {
        return (int) cells[list];
    }

    /** The cell of an item. */
    public static int item(int list, int position) {
        return list + 1 + position;
    }

    private int reserve(int count) {
        int start = used;
        if (count > cells.length - start) {
            int length = allowance.grown(cells.length, (long) start + count, Long.BYTES);
            cells = Arrays.copyOf(cells, length);
        }
        used = start + count;
        return start;
    }

    /** Takes the text in and tells where it begins. */
    public int add(Json json) {
        return add(json.bytes(), json.from(), json.length());
    }

    private int add(byte[] bytes, int from, int count) {
        int start = written;
        if (count > text.length - start) {
            text = Arrays.copyOf(text, allowance.grown(text.length, (long) start + count, Byte.BYTES));
        }
        System.arraycopy(bytes, from, text, start, count);
        written = start + count;
        return start;
    }

    /** The number of a new walk, to mark objects with. */
    public int newWalk() {
        return ++walks;
    }

    /** Marks the object; false where this walk has been there before. */
    public boolean mark(int object, int walk) {
        if (cells[object] == walk) {
            return false;
        }
        cells[object] = walk;
        return true;
    }

    /** What whoever writes the object has noted with it, and under which name. */
    public long note(int object, long name) {
        return cells[object + 1] == name ? cells[object + 2] : 0;
    }

    public void note(int object, long name, long note) {
        cells[object + 1] = name;
        cells[object + 2] = note;
    }

    /** How many bytes it takes, used or not. */
    public long memory() {
        return (long) cells.length * Long.BYTES + text.length;
    }

    public void clear() {
        used = 0;
        written = 0;
        walks = 0;
        if (cells.length > KEPT) {
            cells = new long[1 << 10];
        }
        if (text.length > KEPT) {
            text = new byte[1 << 12];
        }
    }
}
