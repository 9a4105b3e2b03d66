package io.asyncflow.user.consent;

/** What somebody decides, on a text of that version. */
public record ConsentDecision(ConsentPurpose purpose, boolean granted, String version) {}
