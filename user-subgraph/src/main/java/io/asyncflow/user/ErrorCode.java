package io.asyncflow.user;

/** Why a mutation could not do what it was asked; {@code ErrorCode} of the schema. */
public enum ErrorCode {
    INVALID,
    NOT_FOUND,
    TAKEN,
    BAD_CREDENTIALS,
    TOKEN_EXPIRED,
    CONFLICT,
    RATE_LIMITED,
    LIMIT_REACHED,
    IDEMPOTENCY_KEY_REUSED
}
