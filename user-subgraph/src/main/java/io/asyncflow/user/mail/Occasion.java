package io.asyncflow.user.mail;

/** Why somebody gets mail. */
public enum Occasion {
    /** Somebody wants an account for the address; about a registration. */
    REGISTRATION,
    /** The address of an account that is used already shall be confirmed; about the account. */
    EMAIL_VERIFICATION,
    /** Somebody has forgotten a password, perhaps that of an account; about nothing. */
    PASSWORD_RESET,
    /** The password is another one now; about the account. */
    PASSWORD_CHANGED,
    /** The account has been given up; about the account. */
    ACCOUNT_CLOSED,

    /** What the owner of an account has waited for can be bought again; about the variant. */
    BACK_IN_STOCK;

    /** What owners have to know at once: no number of other letters holds it back. */
    boolean warns() {
        return this == PASSWORD_CHANGED || this == ACCOUNT_CLOSED;
    }

    /** What its reader has asked for, and no stranger can cause: beyond what is sent at a time, it waits. */
    boolean waits() {
        return this == BACK_IN_STOCK;
    }
}
