package io.asyncflow.gateway.server.message;

import io.asyncflow.gateway.executor.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes over JSON once and checks that it is JSON; values stay slices of it. */
final class JsonScanner {

    /** Deeper than any sensible variables, and far from the end of a thread's stack. */
    private static final int DEEPEST = 500;

    private final byte[] bytes;
    private final int end;
    private int at;

    private JsonScanner(Json text) {
        bytes = text.bytes();
        at = text.from();
        end = text.to();
    }

    /** The members of an object, which has to be all of the text; of several with one name the last. */
    static Map<String, Json> members(Json text) {
        JsonScanner scanner = new JsonScanner(text);
        Map<String, Json> members = new LinkedHashMap<>();
        scanner.blanks();
        scanner.object(1, members);
        scanner.blanks();
        if (scanner.at < scanner.end) {
            throw scanner.unexpected();
        }
        return members;
    }

    private void value(int depth) {
        blanks();
        switch (peek()) {
            case '{' -> object(depth + 1, null);
            case '[' -> array(depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        }
    }

    private void object(int depth, @Nullable Map<String, Json> members) {
        enter(depth, '{');
        if (closes('}')) {
            return;
        }
        do {
            blanks();
            int name = at;
            string();
            int named = at;
            blanks();
            expect(':');
            blanks();
            int value = at;
            value(depth);
            if (members != null) {
                members.put(JsonText.decode(new Json(bytes, name, named)), new Json(bytes, value, at));
            }
        } while (continues('}'));
    }

    private void array(int depth) {
        enter(depth, '[');
        if (closes(']')) {
            return;
        }
        do {
            value(depth);
        } while (continues(']'));
    }

    private void enter(int depth, char bracket) {
        if (depth > DEEPEST) {
            throw new MalformedMessage("It is nested too deeply");
        }
        expect(bracket);
    }

    private boolean closes(char bracket) {
        blanks();
        if (peek() != bracket) {
            return false;
        }
        at++;
        return true;
    }

    private boolean continues(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        expect(',');
        return true;
    }

    private void string() {
        expect('"');
        while (true) {
            int c = peek();
            at++;
            if (c == '"') {
                return;
            }
            if (c == '\\') {
                escape();
            } else if (c >= 0 && c < ' ') {
                at--;
                throw unexpected();
            }
        }
    }

    private void escape() {
        int c = peek();
        if ("\"\\/bfnrtu".indexOf(c) < 0) {
            throw unexpected();
        }
        at++;
        for (int digits = c == 'u' ? 4 : 0; digits > 0; digits--) {
            if (Character.digit(peek(), 16) < 0) {
                throw unexpected();
            }
            at++;
        }
    }

    private void word(String word) {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void number() {
        skip('-');
        if (!skip('0')) {
            digits();
        }
        if (skip('.')) {
            digits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            digits();
        }
    }

    private void digits() {
        int first = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == first) {
            throw unexpected();
        }
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean skip(char c) {
        if (at < end && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!skip(c)) {
            throw unexpected();
        }
    }

    private int peek() {
        if (at >= end) {
            throw unexpected();
        }
        return bytes[at];
    }

    private MalformedMessage unexpected() {
        return new MalformedMessage(at >= end ? "It ends too early" : "It is not JSON at byte " + at);
    }
}
