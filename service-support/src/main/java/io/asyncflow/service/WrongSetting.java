package io.asyncflow.service;

/** A setting that a service cannot start with. The start ends with this message instead of a stack trace. */
public final class WrongSetting extends RuntimeException {

    private final String property;

    /** The message reads on from the property's name, and never shows the value: it may be a secret. */
    public WrongSetting(String property, String message) {
        super(property + " " + message);
        this.property = property;
    }

    public String property() {
        return property;
    }
}
