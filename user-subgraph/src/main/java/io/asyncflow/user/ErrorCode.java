package io.asyncflow.user;

/** Why a mutation could not do what it was asked; {@code ErrorCode} of the schema. */
public enum ErrorCode {
    INVALID,
    TAKEN,
    BAD_CREDENTIALS,
    RATE_LIMITED
}
