package io.asyncflow.support.events;

/** An event before it has been written down: what happened, and to whom. */
public record Fact<T>(EventType<T> type, String key, T data) {

    private static final int LONGEST_KEY = 200;

    public Fact {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "An event's key must have between 1 and " + LONGEST_KEY + " characters: " + type.name());
        }
    }
}
