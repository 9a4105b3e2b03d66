package io.asyncflow.user.consent;

import java.time.Instant;

/** A decision that was made. */
public record PastDecision(long position, ConsentPurpose purpose, boolean granted, String version, Instant at) {}
