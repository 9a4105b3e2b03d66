package io.asyncflow.user.point;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.point.PointEntry.Kind;
import io.asyncflow.user.point.PointOutcome.Done;
import io.asyncflow.user.point.PointOutcome.Reason;
import io.asyncflow.user.point.PointOutcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * What can be done with points. Commands to one account take turns; each is done once, however often it is sent. They
 * join the transaction of their caller if there is one.
 */
@Component
public class Points {

    /** So that any sum of points is a GraphQL {@code Int}. */
    static final long MOST = 2_000_000_000;

    private final PointTable table;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Points(PointTable table, TransactionalOperator transaction, Clock clock) {
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Puts points into an account, from where they expire at that time if it is given and they are still there. */
    public Mono<PointOutcome> earn(PointRequest request, @Nullable Instant expiresAt) {
        return once(
                Kind.EARN,
                request,
                ledger -> ledger.purse().points() + request.points() > MOST
                        ? new Refused(Reason.TOO_MANY_POINTS)
                        : new Done(ledger.earn(request, micros(expiresAt))));
    }

    /** Takes points out of an account, those that expire first before others. */
    public Mono<PointOutcome> spend(PointRequest request) {
        return once(
                Kind.SPEND,
                request,
                ledger -> ledger.purse().free() < request.points()
                        ? new Refused(Reason.INSUFFICIENT_POINTS)
                        : new Done(ledger.spend(request)));
    }

    /** Sets points aside: until then nobody can spend them except by capturing the hold, and they do not expire. */
    public Mono<PointOutcome> hold(PointRequest request, Instant until) {
        return once(
                Kind.HOLD,
                request,
                ledger -> ledger.purse().free() < request.points()
                        ? new Refused(Reason.INSUFFICIENT_POINTS)
                        : new Done(ledger.hold(request, Objects.requireNonNull(micros(until)))));
    }

    /** Spends what is held. */
    public Mono<PointOutcome> capture(HoldId hold) {
        return end(hold, Kind.SPEND);
    }

    /** Gives back what is held; also right for a hold that has run out. */
    public Mono<PointOutcome> release(HoldId hold) {
        return end(hold, Kind.RELEASE);
    }

    /** Writes down what time has done to an account's points. */
    Mono<Void> settle(UserId user) {
        return table.lock(user)
                .flatMap(account -> ledger(account.user()))
                .flatMap(ledger -> table.save(user, ledger))
                .as(transaction::transactional);
    }

    /** Nothing new is done with the points of somebody who has given up the account. */
    private Mono<PointOutcome> once(Kind kind, PointRequest request, Function<Ledger, PointOutcome> command) {
        return table.lock(request.user())
                .flatMap(account -> table.entryOf(account.user(), request.key())
                        .map(before -> repeated(before, kind, request))
                        .switchIfEmpty(Mono.defer(() -> account.open() ? run(account.user(), command) : Mono.empty())))
                .defaultIfEmpty(new Refused(Reason.UNKNOWN_ACCOUNT))
                .as(transaction::transactional);
    }

    private static PointOutcome repeated(PointEntry before, Kind kind, PointRequest request) {
        return before.answers(kind, request) ? new Done(before) : new Refused(Reason.IDEMPOTENCY_KEY_REUSED);
    }

    private Mono<PointOutcome> end(HoldId hold, Kind kind) {
        return table.ownerOf(hold)
                .flatMap(table::lock)
                .flatMap(account -> table.endOf(hold)
                        .map(end -> ended(end, kind))
                        .switchIfEmpty(Mono.defer(() -> end(account.user(), hold, kind))))
                .defaultIfEmpty(new Refused(Reason.UNKNOWN_HOLD))
                .as(transaction::transactional);
    }

    private Mono<PointOutcome> end(UserId user, HoldId hold, Kind kind) {
        return table.beginOf(hold)
                .flatMap(held -> run(user, ledger -> {
                    var ranOut = ledger.entries().stream()
                            .filter(entry -> hold.equals(entry.hold()))
                            .findFirst();
                    return ranOut.map(end -> ended(end, kind))
                            .orElseGet(
                                    () -> new Done(kind == Kind.SPEND ? ledger.capture(held) : ledger.release(held)));
                }));
    }

    private static PointOutcome ended(PointEntry end, Kind kind) {
        return end.kind() == kind ? new Done(end) : new Refused(Reason.HOLD_ENDED);
    }

    private Mono<PointOutcome> run(UserId user, Function<Ledger, PointOutcome> command) {
        return ledger(user).flatMap(ledger -> {
            PointOutcome outcome = command.apply(ledger);
            return table.save(user, ledger).thenReturn(outcome);
        });
    }

    private Mono<Ledger> ledger(UserId user) {
        return table.purse(user).map(purse -> new Ledger(purse, clock));
    }

    /** As the database keeps it. */
    private static @Nullable Instant micros(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
