package io.asyncflow.user.point;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an account's points.
 *
 * @param delta by how much it changed the balance
 * @param held by how much it changed what is held of the balance
 * @param key the idempotency key of the command that it comes from, if it comes from one that has a key
 * @param hold the hold that it made or ended
 * @param expiresAt when the points that it brought expire, or the hold that it made ends by itself
 */
public record PointEntry(
        PointEntryId id,
        Kind kind,
        long delta,
        long held,
        String reason,
        @Nullable String key,
        @Nullable OrderId order,
        @Nullable HoldId hold,
        @Nullable Instant expiresAt,
        Instant at) {

    /** What can happen to points; {@code PointEntryKind} of the schema. */
    public enum Kind {
        EARN,
        SPEND,
        HOLD,
        RELEASE,
        EXPIRE
    }

    /** Whether it comes from a command of this content. Limits of time are no part of it: a repetition may be late. */
    boolean answers(Kind asked, PointRequest request) {
        return kind == asked
                && Math.abs(delta + held) == request.points()
                && reason.equals(request.reason())
                && Objects.equals(order, request.order());
    }
}
