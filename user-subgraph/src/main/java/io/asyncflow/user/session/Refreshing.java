package io.asyncflow.user.session;

/** What became of a refresh token that was shown. */
public sealed interface Refreshing {

    /** It was good, and is spent now; here are the next ones. */
    record Refreshed(Grant grant, Tokens tokens) implements Refreshing {}

    /** It is unknown, expired, spent, another client's, or its session has ended. Which of them is not told. */
    record Refused() implements Refreshing {}
}
