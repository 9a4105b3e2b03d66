package io.asyncflow.gateway.executor.asking;

import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.executor.tree.Ints;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells texts that were just written from those written before, by all of their bytes: equal ones are cut off again and
 * share a number.
 */
final class Distinct {

    /** A larger table takes longer to empty than to make anew. */
    private static final int KEPT = 1 << 13;

    /** Not known to those who choose the texts, lest they choose such as have the same hash. */
    private static final long SEED = ThreadLocalRandom.current().nextLong();

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final Ints starts = new Ints();
    private final Ints ends = new Ints();
    private final Ints hashes = new Ints();
    private int[] table = new int[32];

    int size() {
        return starts.size();
    }

    void clear() {
        starts.clear();
        ends.clear();
        hashes.clear();
        if (table.length > KEPT) {
            table = new int[32];
        } else {
            Arrays.fill(table, 0);
        }
    }

    /** About how many bytes it takes: the table has two numbers for each text, of which three more are known. */
    long memory() {
        return (long) table.length * Integer.BYTES * 3;
    }

    /** The number of the text from there to the writer's end, which stays there only if it is new. */
    int number(JsonWriter writer, int start) {
        byte[] text = writer.bytes();
        int end = writer.length();
        int hash = hash(text, start, end);
        int mask = table.length - 1;
        for (int at = hash & mask; ; at = (at + 1) & mask) {
            int known = table[at] - 1;
            if (known < 0) {
                table[at] = size() + 1;
                return enter(start, end, hash);
            }
            if (hashes.get(known) == hash
                    && Arrays.equals(text, starts.get(known), ends.get(known), text, start, end)) {
                return known;
            }
        }
    }

    private int enter(int start, int end, int hash) {
        starts.add(start);
        ends.add(end);
        hashes.add(hash);
        if (size() * 2 > table.length) {
            grow();
        }
        return size() - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int i = 0; i < size(); i++) {
            int at = hashes.get(i) & mask;
            while (table[at] != 0) {
                at = (at + 1) & mask;
            }
            table[at] = i + 1;
        }
    }

    private static int hash(byte[] text, int from, int to) {
        long hash = SEED ^ (to - from);
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) LONGS.get(text, at));
        }
        for (; at < to; at++) {
            hash = mixed(hash ^ text[at]);
        }
        return (int) (hash ^ (hash >>> 32));
    }

    /** Each bit decides about most others: what differs before does not meet again, but by chance. */
    private static long mixed(long value) {
        long high = Math.multiplyHigh(value, MIX);
        return value * MIX ^ high;
    }
}
