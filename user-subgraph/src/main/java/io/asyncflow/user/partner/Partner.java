package io.asyncflow.user.partner;

import java.time.Instant;

/** A company that sells the shop's products elsewhere. */
public record Partner(
        PartnerId id, String name, String contactEmail, PartnerStatus status, RatePlan ratePlan, Instant createdAt) {}
