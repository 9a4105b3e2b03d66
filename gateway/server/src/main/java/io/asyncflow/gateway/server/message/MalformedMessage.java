package io.asyncflow.gateway.server.message;

/** What was received is not what it should be. The message tells the sender why, and holds nothing of ours. */
public final class MalformedMessage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String message) {
        super(message, null, false, false);
    }
}
