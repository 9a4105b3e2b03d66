package io.asyncflow.user.point;

import io.asyncflow.user.point.PointEntry.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of a purse while its account is locked, and the entries that tell it. */
final class Ledger {

    private static final String RUN_OUT = "The hold has run out";
    private static final String EXPIRED = "The points have expired";

    private final Clock clock;
    private final Instant now;
    private final List<PointEntry> entries = new ArrayList<>();
    private final Purse before;
    private Purse purse;

    /** Does first what time has done: holds that have run out give back, then lots that have run out expire. */
    Ledger(Purse purse, Clock clock) {
        this.before = purse;
        this.purse = purse;
        this.clock = clock;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        endHolds();
        expireLots();
    }

    Purse purse() {
        return purse;
    }

    Purse changed() {
        return purse.changedSince(before);
    }

    Purse emptied() {
        return purse.emptiedSince(before);
    }

    List<PointEntry> entries() {
        return List.copyOf(entries);
    }

    PointEntry earn(PointRequest request, @Nullable Instant expiresAt) {
        PointEntry entry = entry(Kind.EARN, request.points(), 0, request, null, expiresAt);
        purse = purse.and(new Pocket(entry.id().uuid(), expiresAt, null, request.points()));
        expireLots();
        return entry;
    }

    PointEntry spend(PointRequest request) {
        purse = purse.spent(request.points());
        return entry(Kind.SPEND, -request.points(), 0, request, null, null);
    }

    PointEntry hold(PointRequest request, Instant until) {
        var hold = new HoldId(PointEntryId.next(clock).uuid());
        purse = purse.held(request.points(), new Pocket.Hold(hold, until));
        return entry(Kind.HOLD, 0, request.points(), request, hold, until);
    }

    PointEntry capture(PointEntry held) {
        HoldId hold = Objects.requireNonNull(held.hold());
        purse = purse.without(pocket -> pocket.isIn(hold));
        return entry(Kind.SPEND, -held.held(), -held.held(), held.reason(), held.order(), hold);
    }

    PointEntry release(PointEntry held) {
        HoldId hold = Objects.requireNonNull(held.hold());
        purse = purse.released(hold);
        PointEntry entry = entry(Kind.RELEASE, 0, -held.held(), held.reason(), held.order(), hold);
        expireLots();
        return entry;
    }

    private void endHolds() {
        var ended = purse.pockets().stream()
                .map(Pocket::hold)
                .filter(hold -> hold != null && hold.hasEnded(now))
                .distinct()
                .toList();
        for (var hold : ended) {
            long points = purse.count(pocket -> pocket.isIn(hold.id()));
            purse = purse.released(hold.id());
            entry(Kind.RELEASE, 0, -points, RUN_OUT, null, hold.id());
        }
    }

    /** What is held does not expire before it is given back. */
    private void expireLots() {
        var expired = purse.pockets().stream()
                .filter(pocket -> pocket.isFree() && pocket.hasExpired(now))
                .toList();
        purse = purse.without(expired::contains);
        expired.forEach(pocket -> entry(Kind.EXPIRE, -pocket.points(), 0, EXPIRED, null, null));
    }

    private PointEntry entry(
            Kind kind,
            long delta,
            long held,
            PointRequest request,
            @Nullable HoldId hold,
            @Nullable Instant expiresAt) {
        PointEntryId id = hold == null ? PointEntryId.next(clock) : new PointEntryId(hold.uuid());
        return written(new PointEntry(
                id, kind, delta, held, request.reason(), request.key(), request.order(), hold, expiresAt, now));
    }

    private PointEntry entry(
            Kind kind, long delta, long held, String reason, @Nullable OrderId order, @Nullable HoldId hold) {
        return written(
                new PointEntry(PointEntryId.next(clock), kind, delta, held, reason, null, order, hold, null, now));
    }

    private PointEntry written(PointEntry entry) {
        entries.add(entry);
        return entry;
    }
}
