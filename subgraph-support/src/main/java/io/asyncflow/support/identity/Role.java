package io.asyncflow.support.identity;

/** What an account is to the shop. */
public enum Role {
    CUSTOMER,
    PARTNER,
    STAFF,
    ADMIN
}
