package io.asyncflow.user.mail;

/** The languages that we write mail in; {@code Language} of the schema. */
public enum Language {
    EN,
    KO
}
