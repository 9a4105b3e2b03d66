package io.asyncflow.user.point;

import java.util.Objects;

/** What became of a command. The same command again has the same outcome if it was done, and is tried anew if not. */
public sealed interface PointOutcome {

    /** It is done, now or before. */
    record Done(PointEntry entry) implements PointOutcome {

        /** The hold that the entry made or ended. */
        public HoldId hold() {
            return Objects.requireNonNull(entry.hold());
        }
    }

    /** Nothing was done. */
    record Refused(Reason reason) implements PointOutcome {}

    /** Why nothing was done. */
    enum Reason {
        UNKNOWN_ACCOUNT,
        INSUFFICIENT_POINTS,
        /** The account would have more points than any may. */
        TOO_MANY_POINTS,
        IDEMPOTENCY_KEY_REUSED,
        UNKNOWN_HOLD,
        /** The hold has ended in another way: it was spent, was given back or has run out. */
        HOLD_ENDED
    }
}
