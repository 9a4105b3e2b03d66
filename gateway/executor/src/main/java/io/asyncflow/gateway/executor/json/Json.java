package io.asyncflow.gateway.executor.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One JSON value as UTF-8 text: a part of an array that nobody writes to any more. Equal where the bytes are.
 *
 * @param from where it begins
 * @param to where it has ended
 */
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are handed on, never copied
public record Json(byte[] bytes, int from, int to) {

    public static final Json NULL = of("null");

    public static Json of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Json of(byte[] bytes) {
        return new Json(bytes, 0, bytes.length);
    }

    /** The same in an array of its own, to be kept. */
    public Json copy() {
        return of(Arrays.copyOfRange(bytes, from, to));
    }

    public int length() {
        return to - from;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Json(byte[] others, int begin, int end)
                && Arrays.equals(bytes, from, to, others, begin, end);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
