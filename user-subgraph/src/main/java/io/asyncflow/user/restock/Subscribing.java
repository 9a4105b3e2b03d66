package io.asyncflow.user.restock;

/** How subscribing went. */
public enum Subscribing {
    /** Somebody will be told, asked for now or before. */
    SUBSCRIBED,
    /** There is no room for more. */
    TOO_MANY
}
