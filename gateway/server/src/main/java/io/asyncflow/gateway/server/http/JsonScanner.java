package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Walks over JSON text and checks it against RFC 8259, without making anything of it but slices. Whoever uses it asks
 * for one thing after the other; what is not there ends it with {@link Refusal#NOT_JSON}.
 */
final class JsonScanner {

    /** Deeper than anything that is sent in earnest, and far from the end of the stack. */
    private static final int MAX_DEPTH = 200;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] bytes;
    private final int end;
    private int at;

    JsonScanner(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    JsonScanner(Json json) {
        this(json.bytes(), json.from(), json.to());
    }

    /** The next byte that is not white space, or 0 at the end. */
    byte peek() {
        while (at < end) {
            byte next = bytes[at];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            at++;
        }
        return 0;
    }

    void expect(char wanted) {
        if (!accept(wanted)) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    void expectEnd() {
        if (peek() != 0 || at < end) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    /** A key with its colon; the slice holds its quotes. */
    Json key() {
        if (peek() != '"') {
            throw Refusal.NOT_JSON.exception();
        }
        int from = at;
        string();
        var key = new Json(bytes, from, at);
        expect(':');
        return key;
    }

    /** The next value, whatever it is. */
    Json value() {
        peek();
        int from = at;
        skip(0);
        return new Json(bytes, from, at);
    }

    private void skip(int depth) {
        switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word(TRUE);
            case 'f' -> word(FALSE);
            case 'n' -> word(NULL);
            default -> number();
        }
    }

    private void object(int depth) {
        enter(depth);
        if (accept('}')) {
            return;
        }
        do {
            if (peek() != '"') {
                throw Refusal.NOT_JSON.exception();
            }
            string();
            expect(':');
            skip(depth);
        } while (accept(','));
        expect('}');
    }

    private void array(int depth) {
        enter(depth);
        if (accept(']')) {
            return;
        }
        do {
            skip(depth);
        } while (accept(','));
        expect(']');
    }

    private void enter(int depth) {
        if (depth > MAX_DEPTH) {
            throw Refusal.NESTED_TOO_DEEPLY.exception();
        }
        at++;
    }

    private void string() {
        at++;
        while (at < end) {
            byte next = bytes[at++];
            if (next == '"') {
                return;
            }
            if (next == '\\') {
                escape();
            } else if (next >= 0 && next < ' ') {
                break;
            }
        }
        throw Refusal.NOT_JSON.exception();
    }

    private void escape() {
        byte kind = at < end ? bytes[at++] : 0;
        switch (kind) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> hex();
            default -> throw Refusal.NOT_JSON.exception();
        }
    }

    private void hex() {
        if (end - at < 4) {
            throw Refusal.NOT_JSON.exception();
        }
        for (int i = 0; i < 4; i++) {
            if (Character.digit(bytes[at++], 16) < 0) {
                throw Refusal.NOT_JSON.exception();
            }
        }
    }

    private void word(byte[] word) {
        if (end - at < word.length || !Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
            throw Refusal.NOT_JSON.exception();
        }
        at += word.length;
    }

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
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            at++;
            if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            digits();
        }
    }

    private void digits() {
        int from = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw Refusal.NOT_JSON.exception();
        }
    }

    static boolean isString(Json json) {
        return json.bytes()[json.from()] == '"';
    }

    static boolean isObject(Json json) {
        return json.bytes()[json.from()] == '{';
    }

    static boolean isNull(Json json) {
        return json.bytes()[json.from()] == 'n';
    }

    /** Whether a string that was scanned says this, however it is escaped. */
    static boolean says(Json string, byte[] text) {
        int from = string.from() + 1;
        int to = string.to() - 1;
        if (to - from == text.length) {
            return Arrays.equals(string.bytes(), from, to, text, 0, text.length);
        }
        return to - from > text.length
                && hasEscape(string)
                && Arrays.equals(text(string).getBytes(StandardCharsets.UTF_8), text);
    }

    /** What a string that was scanned says. */
    static String text(Json string) {
        if (!hasEscape(string)) {
            return new String(string.bytes(), string.from() + 1, string.length() - 2, StandardCharsets.UTF_8);
        }
        String raw = string.toString();
        var text = new StringBuilder(raw.length());
        int i = 1;
        while (i < raw.length() - 1) {
            char next = raw.charAt(i++);
            if (next != '\\') {
                text.append(next);
                continue;
            }
            char kind = raw.charAt(i++);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(raw, i, i + 4, 16));
                i += 4;
            } else {
                text.append(unescaped(kind));
            }
        }
        return text.toString();
    }

    private static char unescaped(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }

    private static boolean hasEscape(Json string) {
        byte[] bytes = string.bytes();
        for (int i = string.from() + 1; i < string.to(); i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        return false;
    }
}
