package io.asyncflow.gateway.language;

/** The kinds of token; {@link #toString} is how messages call one. */
enum Token {
    BANG("\"!\""),
    DOLLAR("\"$\""),
    AMPERSAND("\"&\""),
    OPEN_PARENTHESIS("\"(\""),
    CLOSE_PARENTHESIS("\")\""),
    SPREAD("\"...\""),
    COLON("\":\""),
    EQUALS("\"=\""),
    AT("\"@\""),
    OPEN_BRACKET("\"[\""),
    CLOSE_BRACKET("\"]\""),
    OPEN_BRACE("\"{\""),
    PIPE("\"|\""),
    CLOSE_BRACE("\"}\""),
    NAME("a name"),
    INT("an integer"),
    FLOAT("a number"),
    STRING("a string"),
    BLOCK_STRING("a block string"),
    END("the end of the text");

    private final String display;

    Token(String display) {
        this.display = display;
    }

    @Override
    public String toString() {
        return display;
    }
}
