package io.asyncflow.gateway.executor;

/** A subgraph did not answer, or not in a way that could be used; the code and the message are for the client. */
public final class SubgraphException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public SubgraphException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
