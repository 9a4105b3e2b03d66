package io.asyncflow.user.token;

/** What became of the wish to withdraw a key. */
public enum Withdrawal {
    DONE,
    NO_SUCH_KEY,
    /** The key is the operator's, who withdraws it in the configuration. */
    CONFIGURED
}
