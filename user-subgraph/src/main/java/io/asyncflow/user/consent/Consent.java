package io.asyncflow.user.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody allows something.
 *
 * @param version of the text that they decided on; null when they have not decided
 */
public record Consent(
        ConsentPurpose purpose,
        boolean granted,
        @Nullable String version,
        @Nullable Instant decidedAt) {

    /** Nothing is allowed before it is asked for, except what needs no leave. */
    static Consent undecided(ConsentPurpose purpose) {
        return new Consent(purpose, !purpose.isOptional(), null, null);
    }

    boolean says(ConsentDecision decision) {
        return granted == decision.granted() && decision.version().equals(version);
    }
}
