package io.asyncflow.user.point;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that lie together.
 *
 * @param lot the entry that earned them
 * @param expiresAt when the lot expires; null if it does not
 * @param hold what keeps them from being spent otherwise; null when they are free
 */
record Pocket(
        UUID lot, @Nullable Instant expiresAt, @Nullable Hold hold, long points) {

    /** Until when a hold keeps points. */
    record Hold(HoldId id, Instant until) {

        boolean hasEnded(Instant now) {
            return !now.isBefore(until);
        }
    }

    /** What tells it from other pockets, whatever is in it. */
    record Place(UUID lot, @Nullable HoldId hold) {}

    /** What expires first is spent first. */
    static final Comparator<Pocket> SOONEST = Comparator.<Pocket, Instant>comparing(
                    pocket -> pocket.expiresAt == null ? Instant.MAX : pocket.expiresAt)
            .thenComparing(Pocket::lot);

    Place place() {
        return new Place(lot, hold == null ? null : hold.id());
    }

    boolean isFree() {
        return hold == null;
    }

    boolean isIn(HoldId id) {
        return hold != null && hold.id().equals(id);
    }

    boolean hasExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    Pocket with(long other) {
        return new Pocket(lot, expiresAt, hold, other);
    }

    Pocket in(@Nullable Hold other) {
        return new Pocket(lot, expiresAt, other, points);
    }
}
