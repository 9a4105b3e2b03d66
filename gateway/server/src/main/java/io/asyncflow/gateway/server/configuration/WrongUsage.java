package io.asyncflow.gateway.server.configuration;

/** A command line that cannot be used; the message is a sentence for whoever wrote it. */
public final class WrongUsage extends RuntimeException {

    WrongUsage(String message) {
        super(message);
    }
}
