package io.asyncflow.gateway.language;

/** Cuts a source into tokens, one at a time; the latest is what {@link #token} and {@link #text} tell. */
final class Lexer {

    private final Source source;
    private Token token = Token.END;
    private String text = "";
    private int line;
    private int column;

    Lexer(String text) {
        this.source = new Source(text);
    }

    Token token() {
        return token;
    }

    /** The name, the number as written, or the string's value; empty for punctuators. */
    String text() {
        return text;
    }

    Position position() {
        return new Position(line, column);
    }

    void advance() {
        skipIgnored();
        line = source.line();
        column = source.column();
        text = "";
        token = read(source.current());
    }

    private Token read(int character) {
        if (Characters.startsName(character)) {
            return name();
        }
        if (Characters.isDigit(character) || character == '-') {
            int start = source.offset();
            Token number = new NumberReader(source).read();
            text = source.from(start);
            return number;
        }
        if (character == '"') {
            return string();
        }
        if (character == Source.END) {
            return Token.END;
        }
        return punctuator(character);
    }

    private Token name() {
        int start = source.offset();
        do {
            source.skip(1);
        } while (Characters.continuesName(source.current()));
        text = source.from(start);
        return Token.NAME;
    }

    private Token string() {
        if (source.startsWith("\"\"\"")) {
            text = new BlockString(source).read();
            return Token.BLOCK_STRING;
        }
        text = new StringReader(source).read();
        return Token.STRING;
    }

    private Token punctuator(int character) {
        Token punctuator = switch (character) {
            case '!' -> Token.BANG;
            case '$' -> Token.DOLLAR;
            case '&' -> Token.AMPERSAND;
            case '(' -> Token.OPEN_PARENTHESIS;
            case ')' -> Token.CLOSE_PARENTHESIS;
            case ':' -> Token.COLON;
            case '=' -> Token.EQUALS;
            case '@' -> Token.AT;
            case '[' -> Token.OPEN_BRACKET;
            case ']' -> Token.CLOSE_BRACKET;
            case '{' -> Token.OPEN_BRACE;
            case '|' -> Token.PIPE;
            case '}' -> Token.CLOSE_BRACE;
            case '.' -> spread();
            case '\'' -> throw source.error("Strings stand between double quotation marks, not single ones.");
            default -> throw source.error("GraphQL has no use for " + Characters.show(character) + " here.");
        };
        source.skip(punctuator == Token.SPREAD ? 3 : 1);
        return punctuator;
    }

    private Token spread() {
        if (!source.startsWith("...")) {
            throw source.error("A single \".\" means nothing; a fragment is spread with three.");
        }
        return Token.SPREAD;
    }

    private void skipIgnored() {
        while (true) {
            int character = source.current();
            if (Characters.isLineBreak(character)) {
                source.skipLineBreak();
            } else if (character == ' ' || character == ',' || character == '\t' || character == '\uFEFF') {
                source.skip(1);
            } else if (character == '#') {
                skipComment();
            } else {
                return;
            }
        }
    }

    private void skipComment() {
        while (source.current() != Source.END && !Characters.isLineBreak(source.current())) {
            source.skip(1);
        }
    }
}
