package io.asyncflow.user.security;

/** Who may use a field, and therefore what must become of everybody else who tries. */
sealed interface Rule {

    /** It takes no id and returns nothing that belongs to somebody, or needs a secret that only its owner has. */
    record Open(String reason) implements Rule {}

    /** It is about the account that asks: nothing comes of it without one, and nobody else is touched. */
    record Own() implements Rule {}

    /** It takes the id of something that somebody owns: another's is answered like one that does not exist. */
    record Owned() implements Rule {}

    /** Only those who work for the shop may: whoever else tries is refused, whatever the id. */
    record Staff() implements Rule {}
}
