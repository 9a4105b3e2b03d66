package io.asyncflow.gateway.executor.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks over JSON text and checks what it passes, so that a part of it can be copied into other JSON. Positions count
 * from the array's first byte.
 */
public final class JsonCursor {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final int DEEPEST = 500;

    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    public JsonCursor over(Json json) {
        return over(json.bytes(), json.from(), json.to());
    }

    public JsonCursor over(byte[] array, int from, int to) {
        bytes = array;
        at = from;
        end = to;
        return this;
    }

    public int at() {
        return at;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The next byte that is not white space, which stays; 0 at the end. */
    public int peek() {
        while (at < end) {
            int next = bytes[at];
            if (next > ' ') {
                return next;
            }
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                break;
            }
            at++;
        }
        return at < end ? bytes[at] : 0;
    }

    public void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("Expected '" + wanted + "'");
        }
        at++;
    }

    /** Passes the byte if it is next. */
    public boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** Passes the bytes if they are next: a quoted name that was encoded before. */
    public boolean takeName(byte[] name) {
        int length = name.length;
        if (end - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != name[i]) {
                return false;
            }
        }
        at += length;
        return true;
    }

    public void expectEnd() {
        if (peek() != 0 || at < end) {
            throw wrong("Expected the end");
        }
    }

    /** Passes any value, the white space before it too, and tells where it begins. */
    public int skip() {
        int next = peek();
        int start = at;
        skip(next, 0);
        return start;
    }

    private void skip(int next, int depth) {
        switch (next) {
            case '"' -> string();
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth) {
        checkDepth(depth);
        at++;
        if (take('}')) {
            return;
        }
        do {
            if (peek() != '"') {
                throw wrong("Expected a name");
            }
            string();
            expect(':');
            skip(peek(), depth);
        } while (take(','));
        expect('}');
    }

    private void array(int depth) {
        checkDepth(depth);
        at++;
        if (take(']')) {
            return;
        }
        do {
            skip(peek(), depth);
        } while (take(','));
        expect(']');
    }

    private void checkDepth(int depth) {
        if (depth > DEEPEST) {
            throw wrong("Nested deeper than " + DEEPEST);
        }
    }

    public void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at >= end || bytes[at] != word.charAt(i)) {
                throw wrong("Expected a value");
            }
            at++;
        }
    }

    /** Passes the string that begins here. */
    public void string() {
        byte[] text = bytes;
        int i = at + 1;
        int stop = end;
        while (true) {
            while (i + Long.BYTES <= stop && isPlain((long) LONGS.get(text, i))) {
                i += Long.BYTES;
            }
            if (i >= stop) {
                at = stop;
                throw wrong("A string does not end");
            }
            int next = text[i];
            if (next == '"') {
                at = i + 1;
                return;
            }
            i = next >= ' ' && next != '\\' ? i + 1 : special(i);
        }
    }

    /** Whether none of the eight bytes is a quote, a backslash, a control character or part of a longer character. */
    private static boolean isPlain(long eight) {
        long quote = eight ^ (EACH * '"');
        long slash = eight ^ (EACH * '\\');
        long found = (quote - EACH) | (slash - EACH) | (eight - EACH * ' ') | eight;
        return (found & HIGH) == 0;
    }

    /** Passes an escape or a character of several bytes. */
    private int special(int i) {
        int first = bytes[i];
        if (first == '\\') {
            return escape(i + 1);
        }
        if (first >= 0) {
            at = i;
            throw wrong("A string holds a control character");
        }
        int length = Utf8.length(bytes, i, end);
        if (length == 0) {
            at = i;
            throw wrong("Not UTF-8");
        }
        return i + length;
    }

    private int escape(int i) {
        int kind = i < end ? bytes[i] : 0;
        if (kind == 'u' && i + 4 < end && hex(i + 1) && hex(i + 2) && hex(i + 3) && hex(i + 4)) {
            return i + 5;
        }
        if (kind != 0 && "\"\\/bfnrt".indexOf(kind) >= 0) {
            return i + 1;
        }
        at = i;
        throw wrong("Not an escape");
    }

    private boolean hex(int i) {
        return Character.digit(bytes[i], 16) >= 0;
    }

    /** Passes the number that begins here. */
    private void number() {
        if (at < end && bytes[at] == '-') {
            at++;
        }
        if (at < end && bytes[at] == '0') {
            at++;
        } else {
            digits();
        }
        if (at < end && bytes[at] == '.') {
            at++;
            digits();
        }
        if (at < end && (bytes[at] | 0x20) == 'e') {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong("Expected a value");
        }
    }

    public JsonException wrong(String message) {
        return new JsonException(message, at);
    }
}
