package io.asyncflow.gateway.language;

/** The text is not GraphQL; the message says what was found and what was expected. */
public final class SyntaxException extends RuntimeException {

    private final Position position;

    public SyntaxException(String message, Position position) {
        super(message);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
