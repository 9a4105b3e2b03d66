package io.asyncflow.gateway.executor.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The composite types of a supergraph, numbered, so that objects can tell theirs in a cell. Immutable. */
public final class TypeNames {

    public static final int UNKNOWN = -1;

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final byte[][] quoted;
    private final int[] table;

    public TypeNames(Collection<String> names) {
        this.names = new ArrayList<>(names);
        this.quoted = new byte[names.size()][];
        this.table = new int[Integer.highestOneBit(Math.max(8, names.size())) * 4];
        Arrays.fill(table, UNKNOWN);
        for (int i = 0; i < this.names.size(); i++) {
            numbers.put(this.names.get(i), i);
            quoted[i] = ('"' + this.names.get(i) + '"').getBytes(StandardCharsets.UTF_8);
            enter(i);
        }
    }

    private void enter(int number) {
        int at = hash(quoted[number], 0, quoted[number].length) & (table.length - 1);
        while (table[at] != UNKNOWN) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = number;
    }

    public int size() {
        return names.size();
    }

    public int number(String name) {
        return numbers.getOrDefault(name, UNKNOWN);
    }

    /** The number of the type that stands there as a JSON string. */
    public int number(byte[] text, int from, int to) {
        int at = hash(text, from, to) & (table.length - 1);
        while (table[at] != UNKNOWN) {
            byte[] name = quoted[table[at]];
            if (Arrays.equals(name, 0, name.length, text, from, to)) {
                return table[at];
            }
            at = (at + 1) & (table.length - 1);
        }
        return UNKNOWN;
    }

    public String name(int number) {
        return names.get(number);
    }

    /** The name as a JSON string. */
    public byte[] quoted(int number) {
        return quoted[number];
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash ^ (hash >>> 15);
    }
}
