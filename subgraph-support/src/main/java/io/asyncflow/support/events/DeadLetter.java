package io.asyncflow.support.events;

import java.time.Instant;

/**
 * An event that a group has given up. Whatever happened to the same key later waits behind it.
 *
 * @param position its place among the waiting ones
 * @param reason what the last attempt failed with
 * @param behind how many events wait for it
 */
public record DeadLetter(
        long position, String group, Event event, int attempts, String reason, Instant waitingSince, long behind) {

    public EventId id() {
        return new EventId(event.id());
    }
}
