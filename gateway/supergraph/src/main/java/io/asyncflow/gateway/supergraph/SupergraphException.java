package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Position;

/** The text is not a supergraph that this gateway can serve; the message names the element that is wrong. */
public final class SupergraphException extends RuntimeException {

    private final Code code;
    private final Position position;

    public SupergraphException(Code code, String message, Position position) {
        super(message);
        this.code = code;
        this.position = position;
    }

    static SupergraphException invalid(String message, Position position) {
        return new SupergraphException(Code.INVALID_FEDERATION_SUPERGRAPH, message, position);
    }

    /** The kinds of fault, as other Federation tools call them. */
    public enum Code {
        INVALID_GRAPHQL,
        INVALID_FEDERATION_SUPERGRAPH,
        UNSUPPORTED_LINKED_FEATURE
    }

    public Code code() {
        return code;
    }

    public Position position() {
        return position;
    }
}
