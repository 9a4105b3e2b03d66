package io.asyncflow.gateway.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The tokens of one source, and what every rule of the grammar asks of them. */
final class Tokens {

    private final Lexer lexer;
    private final Limits limits;
    private int count;
    private int depth;

    Tokens(String text, Limits limits) {
        this.lexer = new Lexer(text);
        this.limits = limits;
        next();
    }

    boolean at(Token token) {
        return lexer.token() == token;
    }

    boolean at(String keyword) {
        return at(Token.NAME) && lexer.text().equals(keyword);
    }

    boolean atString() {
        return at(Token.STRING) || at(Token.BLOCK_STRING);
    }

    Token token() {
        return lexer.token();
    }

    String text() {
        return lexer.text();
    }

    Position position() {
        return lexer.position();
    }

    /** Steps on, and answers the text of the token left behind. */
    String next() {
        String text = lexer.text();
        lexer.advance();
        if (++count > limits.maxTokens()) {
            throw new SyntaxException(
                    "The text is too long: it has more than " + limits.maxTokens() + " tokens.", position());
        }
        return text;
    }

    boolean skip(Token token) {
        boolean found = at(token);
        if (found) {
            next();
        }
        return found;
    }

    boolean skip(String keyword) {
        boolean found = at(keyword);
        if (found) {
            next();
        }
        return found;
    }

    void expect(Token token) {
        if (!skip(token)) {
            throw unexpected(token.toString());
        }
    }

    void expect(String keyword) {
        if (!skip(keyword)) {
            throw unexpected("\"" + keyword + "\"");
        }
    }

    String name() {
        return name("a name");
    }

    String name(String what) {
        if (!at(Token.NAME)) {
            throw unexpected(what);
        }
        return next();
    }

    @Nullable
    String description() {
        return atString() ? next() : null;
    }

    /** The operation that the current token is the keyword of, or null. */
    @Nullable
    OperationType operation() {
        for (OperationType type : OperationType.values()) {
            if (at(type.keyword())) {
                return type;
            }
        }
        return null;
    }

    SyntaxException unexpected(String expected) {
        String found = switch (lexer.token()) {
            case NAME, INT, FLOAT -> "\"" + shortened(lexer.text()) + "\"";
            case STRING, BLOCK_STRING -> "the string \"" + shortened(lexer.text()) + "\"";
            default -> lexer.token().toString();
        };
        return new SyntaxException("Expected " + expected + ", but found " + found + ".", position());
    }

    /** One item or more between the two tokens. */
    <T> List<T> many(Token open, Supplier<T> item, Token close) {
        expect(open);
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (!skip(close));
        return items;
    }

    /** One item or more between the two tokens, or nothing at all. */
    <T> List<T> optional(Token open, Supplier<T> item, Token close) {
        return at(open) ? many(open, item, close) : List.of();
    }

    /** One item or more with the token between them, and in front if one likes. */
    <T> List<T> delimited(Token delimiter, Supplier<T> item) {
        skip(delimiter);
        List<T> items = new ArrayList<>();
        do {
            items.add(item.get());
        } while (skip(delimiter));
        return items;
    }

    /** Parses what nests in something of its own kind. */
    <T> T nested(Supplier<T> part) {
        if (++depth > limits.maxDepth()) {
            throw new SyntaxException(
                    "The text nests too deeply: more than " + limits.maxDepth() + " levels.", position());
        }
        T parsed = part.get();
        depth--;
        return parsed;
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
