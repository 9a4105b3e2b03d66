package io.asyncflow.gateway.executor.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text in the making. It can be cut back to an earlier length. */
public final class JsonWriter {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Allowance allowance;
    private byte[] bytes;
    private int length;

    public JsonWriter(int capacity) {
        this(capacity, Allowance.UNBOUNDED);
    }

    public JsonWriter(int capacity, Allowance allowance) {
        this.allowance = allowance;
        this.bytes = new byte[capacity];
    }

    public int length() {
        return length;
    }

    public byte[] bytes() {
        return bytes;
    }

    public void cut(int to) {
        length = to;
    }

    /** A copy of what was written. */
    public Json toJson() {
        return Json.of(Arrays.copyOf(bytes, length));
    }

    public JsonWriter add(byte[] text) {
        return add(text, 0, text.length);
    }

    public JsonWriter add(Json json) {
        return add(json.bytes(), json.from(), json.length());
    }

    public JsonWriter add(byte[] text, int from, int count) {
        int start = length;
        reserve(count);
        System.arraycopy(text, from, bytes, start, count);
        length = start + count;
        return this;
    }

    /** Adds once more what was written from there on. */
    public JsonWriter repeat(int from, int count) {
        reserve(count);
        System.arraycopy(bytes, from, bytes, length, count);
        length += count;
        return this;
    }

    public JsonWriter add(char ascii) {
        if (length == bytes.length) {
            reserve(1);
        }
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Adds text that is JSON already and holds ASCII only. */
    public JsonWriter raw(String ascii) {
        int count = ascii.length();
        reserve(count);
        for (int i = 0; i < count; i++) {
            bytes[length + i] = (byte) ascii.charAt(i);
        }
        length += count;
        return this;
    }

    /** Adds a string, quoted. */
    public JsonWriter string(String text) {
        add('"');
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (byte each : encoded) {
            if (each == '"' || each == '\\') {
                add('\\').add((char) each);
            } else if (each >= 0 && each < ' ') {
                control(each);
            } else {
                add((char) each);
            }
        }
        return add('"');
    }

    private void control(byte each) {
        switch (each) {
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case '\t' -> raw("\\t");
            default -> raw("\\u00").add((char) HEX[each >> 4]).add((char) HEX[each & 15]);
        }
    }

    private void reserve(int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, allowance.grown(bytes.length, (long) length + count, Byte.BYTES));
        }
    }
}
