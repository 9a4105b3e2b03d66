package io.asyncflow.user.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.ids.Uuid7;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.point.PointEntry.Kind;
import io.asyncflow.user.point.PointOutcome.Done;
import io.asyncflow.user.point.PointOutcome.Reason;
import io.asyncflow.user.point.PointOutcome.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@RunningSubgraph
class PointsIT {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Points points;

    @Autowired
    private PointAccounts accounts;

    @Autowired
    private PointSweep sweep;

    @Autowired
    private MovableClock clock;

    @Autowired
    private DatabaseClient database;

    private PointShop shop;
    private UserId user;

    @BeforeEach
    void open() {
        shop = new PointShop(database);
        user = shop.account();
    }

    @Test
    void neverOverdrawUnder64SpendsAtTheSameTime() {
        earn(300, null);
        var spends = Flux.range(0, 64).flatMap(i -> points.spend(request("spend " + i, 10)), 64);
        StepVerifier.create(spends.filter(Done.class::isInstance).count())
                .expectNext(30L)
                .verifyComplete();
        assertAccount(0, 0, 0);
        shop.assertAddsUp(user);
    }

    @Test
    void neverHoldMoreThanThereIsUnder64HoldsAtTheSameTime() {
        earn(300, null);
        var holds = Flux.range(0, 64).flatMap(i -> points.hold(request("hold " + i, 10), in(HOUR)), 64);
        StepVerifier.create(holds.filter(Done.class::isInstance).count())
                .expectNext(30L)
                .verifyComplete();
        assertAccount(300, 0, 300);
    }

    @Test
    void doACommandOnceHoweverOftenItIsSentAtTheSameTime() {
        earn(300, null);
        var spends = Flux.range(0, 64)
                .flatMap(_ -> points.spend(request("the same", 10)), 64)
                .cast(Done.class)
                .map(done -> done.entry().id())
                .distinct()
                .count();
        StepVerifier.create(spends).expectNext(1L).verifyComplete();
        assertAccount(290, 290, 0);
    }

    @Test
    void endAHoldInOneWayOnly() {
        earn(100, null);
        HoldId hold = held(points.hold(request("hold", 60), in(HOUR)));
        var ends = Flux.range(0, 32)
                .flatMap(i -> i % 2 == 0 ? points.capture(hold) : points.release(hold), 32)
                .filter(Done.class::isInstance)
                .count();
        StepVerifier.create(ends).expectNext(16L).verifyComplete();
        shop.assertAddsUp(user);
        assertThat(account().balance()).isIn(40L, 100L);
        assertThat(account().held()).isZero();
    }

    @Test
    void refuseAKeyThatStandsForAnotherCommand() {
        earn(100, null);
        assertDone(points.spend(request("key", 10)), Kind.SPEND);
        assertRefused(points.spend(request("key", 11)), Reason.IDEMPOTENCY_KEY_REUSED);
        assertRefused(points.earn(request("key", 10), null), Reason.IDEMPOTENCY_KEY_REUSED);
        assertRefused(
                points.spend(new PointRequest(user, "key", 10, "something else", null)), Reason.IDEMPOTENCY_KEY_REUSED);
        assertRefused(
                points.spend(new PointRequest(user, "key", 10, "test", new OrderId(Uuid7.next(clock)))),
                Reason.IDEMPOTENCY_KEY_REUSED);
        assertDone(points.spend(request("key", 10)), Kind.SPEND);
        assertAccount(90, 90, 0);
    }

    @Test
    void tryARefusedCommandAnew() {
        assertRefused(points.spend(request("key", 10)), Reason.INSUFFICIENT_POINTS);
        earn(10, null);
        assertDone(points.spend(request("key", 10)), Kind.SPEND);
    }

    @Test
    void areHeldCapturedAndReleased() {
        earn(100, null);
        HoldId first = held(points.hold(request("first", 30), in(HOUR)));
        HoldId second = held(points.hold(request("second", 50), in(HOUR)));
        assertAccount(100, 20, 80);
        assertRefused(points.spend(request("too much", 21)), Reason.INSUFFICIENT_POINTS);
        assertDone(points.capture(first), Kind.SPEND);
        assertAccount(70, 20, 50);
        assertDone(points.release(second), Kind.RELEASE);
        assertAccount(70, 70, 0);
        assertRefused(points.release(first), Reason.HOLD_ENDED);
        assertRefused(points.capture(second), Reason.HOLD_ENDED);
        assertDone(points.hold(request("first", 30), in(HOUR.multipliedBy(2))), Kind.HOLD);
        assertAccount(70, 70, 0);
    }

    @Test
    void areFreeOnceTheirHoldHasRunOut() {
        earn(100, null);
        HoldId hold = held(points.hold(request("hold", 60), in(HOUR)));
        clock.putForward(HOUR.plusMinutes(1));
        assertAccount(100, 100, 0);
        assertRefused(points.capture(hold), Reason.HOLD_ENDED);
        assertDone(points.release(hold), Kind.RELEASE);
        assertDone(points.spend(request("all", 100)), Kind.SPEND);
    }

    @Test
    void expireWhatExpiresFirstBeingSpentFirst() {
        earn(10, null);
        earn(10, in(HOUR.multipliedBy(3)));
        earn(10, in(HOUR));
        assertDone(points.spend(request("spend", 12)), Kind.SPEND);
        clock.putForward(HOUR.multipliedBy(2));
        assertAccount(18, 18, 0);
        clock.putForward(HOUR.multipliedBy(4));
        assertAccount(18, 10, 0);
        assertRefused(points.spend(request("too much", 11)), Reason.INSUFFICIENT_POINTS);
        assertAccount(10, 10, 0);
    }

    @Test
    void doNotExpireWhileTheyAreHeld() {
        earn(10, in(HOUR));
        HoldId captured = held(points.hold(request("captured", 4), in(HOUR.multipliedBy(3))));
        HoldId released = held(points.hold(request("released", 6), in(HOUR.multipliedBy(3))));
        clock.putForward(HOUR.multipliedBy(2));
        assertAccount(10, 0, 10);
        assertDone(points.capture(captured), Kind.SPEND);
        assertDone(points.release(released), Kind.RELEASE);
        assertAccount(0, 0, 0);
    }

    @Test
    void areSweptUpOnceBySeveralReplicas() {
        earn(10, in(HOUR));
        earn(10, in(HOUR.multipliedBy(5)));
        held(points.hold(request("hold", 15), in(HOUR)));
        clock.putForward(HOUR.multipliedBy(2));
        StepVerifier.create(Flux.range(0, 8).flatMap(_ -> sweep.run(), 8)).verifyComplete();
        assertAccount(10, 10, 0);
        assertThat(kinds()).containsExactly(Kind.EXPIRE, Kind.RELEASE, Kind.HOLD, Kind.EARN, Kind.EARN);
    }

    @Test
    void areNotMoreThanAnyAccountMayHave() {
        earn(PointRequest.MOST, null);
        earn(PointRequest.MOST, null);
        assertRefused(points.earn(request("one more", 1), null), Reason.TOO_MANY_POINTS);
        assertAccount(2_000_000_000, 2_000_000_000, 0);
    }

    @Test
    void arePositive() {
        for (long wrong : new long[] {0, -1, Long.MIN_VALUE, PointRequest.MOST + 1L, Long.MAX_VALUE}) {
            assertThatExceptionOfType(BadInput.class).isThrownBy(() -> request("key", wrong));
        }
    }

    @Test
    void needAnAccountAndAHold() {
        var nobody = new UserId(Uuid7.next(Clock.systemUTC()));
        assertRefused(points.earn(new PointRequest(nobody, "k", 1, "test", null), null), Reason.UNKNOWN_ACCOUNT);
        var nothing = new HoldId(Uuid7.next(Clock.systemUTC()));
        assertRefused(points.capture(nothing), Reason.UNKNOWN_HOLD);
        assertRefused(points.release(nothing), Reason.UNKNOWN_HOLD);
    }

    @Test
    void doNothingNewOnceTheirAccountIsClosed() {
        earn(100, null);
        HoldId first = held(points.hold(request("first", 10), in(HOUR)));
        HoldId second = held(points.hold(request("second", 20), in(HOUR)));
        shop.close(user);
        assertRefused(points.earn(request("earn", 1), null), Reason.UNKNOWN_ACCOUNT);
        assertRefused(points.spend(request("spend", 1)), Reason.UNKNOWN_ACCOUNT);
        assertRefused(points.hold(request("hold", 1), in(HOUR)), Reason.UNKNOWN_ACCOUNT);
        assertAccount(100, 70, 30);
        assertDone(points.hold(request("first", 10), in(HOUR)), Kind.HOLD);
        assertDone(points.capture(first), Kind.SPEND);
        assertDone(points.release(second), Kind.RELEASE);
        assertAccount(90, 90, 0);
    }

    private void earn(long count, @Nullable Instant expiresAt) {
        assertDone(points.earn(request(Uuid7.next(clock).toString(), count), expiresAt), Kind.EARN);
    }

    private PointRequest request(String key, long count) {
        return new PointRequest(user, key, count, "test", null);
    }

    private Instant in(Duration duration) {
        return Instant.now().plus(duration);
    }

    private static HoldId held(Mono<PointOutcome> command) {
        return ((Done) command.blockOptional().orElseThrow()).hold();
    }

    private static void assertDone(Mono<PointOutcome> command, Kind kind) {
        StepVerifier.create(command)
                .assertNext(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Done.class,
                                done -> assertThat(done.entry().kind()).isEqualTo(kind)))
                .verifyComplete();
    }

    private static void assertRefused(Mono<PointOutcome> command, Reason reason) {
        StepVerifier.create(command).expectNext(new Refused(reason)).verifyComplete();
    }

    private void assertAccount(long balance, long available, long held) {
        assertThat(account()).isEqualTo(new PointAccount(user, balance, available, held));
    }

    private PointAccount account() {
        return Objects.requireNonNull(
                accounts.of(List.of(user)).blockOptional().orElseThrow().get(user));
    }

    private List<Kind> kinds() {
        return database.sql("select kind from point_entry where user_id = :user order by position desc")
                .bind("user", user.uuid())
                .mapValue(String.class)
                .all()
                .map(Kind::valueOf)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
