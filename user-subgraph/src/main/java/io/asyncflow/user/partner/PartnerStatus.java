package io.asyncflow.user.partner;

/** Whether a partner is served. */
public enum PartnerStatus {
    ACTIVE,
    SUSPENDED
}
