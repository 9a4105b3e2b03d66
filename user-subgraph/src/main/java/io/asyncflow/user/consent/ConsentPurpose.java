package io.asyncflow.user.consent;

/** What the shop asks leave for; {@code ConsentPurpose} of the schema. */
public enum ConsentPurpose {
    NECESSARY,
    MARKETING_MAIL,
    PERSONALISATION,
    ANALYTICS;

    /** What the shop cannot be run without, or has to do by law, needs no leave. */
    boolean isOptional() {
        return this != NECESSARY;
    }
}
