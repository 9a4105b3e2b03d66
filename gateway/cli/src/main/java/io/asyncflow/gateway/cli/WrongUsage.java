package io.asyncflow.gateway.cli;

/** The command cannot do its work as it was called; the message is a sentence for whoever called it. */
final class WrongUsage extends RuntimeException {

    WrongUsage(String message) {
        super(message);
    }
}
