package io.asyncflow.gateway.executor.projection;

import io.asyncflow.gateway.executor.json.JsonWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys and positions that lead to what is being written. */
public final class Trail {

    private @Nullable String[] keys = new String[32];
    private int[] positions = new int[32];
    private int length;

    int length() {
        return length;
    }

    void cut(int to) {
        length = to;
    }

    void add(String key) {
        reserve();
        keys[length++] = key;
    }

    void add(int position) {
        reserve();
        keys[length] = null;
        positions[length++] = position;
    }

    private void reserve() {
        if (length == keys.length) {
            keys = Arrays.copyOf(keys, length * 2);
            positions = Arrays.copyOf(positions, length * 2);
        }
    }

    void write(JsonWriter writer) {
        writer.add('[');
        for (int i = 0; i < length; i++) {
            if (i > 0) {
                writer.add(',');
            }
            String key = keys[i];
            if (key == null) {
                writer.raw(Integer.toString(positions[i]));
            } else {
                writer.string(key);
            }
        }
        writer.add(']');
    }

    List<Object> toList() {
        List<Object> path = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            String key = keys[i];
            path.add(key == null ? (Object) positions[i] : key);
        }
        return path;
    }

    void set(List<Object> path) {
        length = 0;
        for (Object each : path) {
            if (each instanceof Integer position) {
                add(position);
            } else {
                add((String) each);
            }
        }
    }
}
