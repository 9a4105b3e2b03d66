package io.asyncflow.gateway.server.source;

/** A source has no supergraph for us; the message says why, for operators. */
final class SourceException extends RuntimeException {

    SourceException(String message) {
        super(message);
    }

    /** What is expected to happen needs no stack trace. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
