package io.asyncflow.order;

/** Why a mutation could not do what it was asked. The values are those of the schema. */
public enum ErrorCode {
    INVALID,
    NOT_FOUND,
    INSUFFICIENT_STOCK,
    TAKEN,
    CONFLICT,
    LIMIT_REACHED
}
