package io.asyncflow.order.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

class JoinedRunsTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicInteger begun = new AtomicInteger();
    private TestPublisher<Void> work = TestPublisher.create();
    private VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private JoinedRuns runs = new JoinedRuns(Mono.empty(), PAUSE);

    @BeforeEach
    void start() {
        time = VirtualTimeScheduler.getOrSet();
        runs = new JoinedRuns(
                Mono.defer(() -> {
                    begun.incrementAndGet();
                    work = TestPublisher.create();
                    return work.mono();
                }),
                PAUSE);
    }

    @AfterEach
    void stop() {
        VirtualTimeScheduler.reset();
    }

    private static final class Caller {
        private final AtomicInteger served = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final Disposable waiting;

        Caller(Mono<Void> run) {
            waiting = run.subscribe(_ -> {}, _ -> failed.incrementAndGet(), served::incrementAndGet);
        }

        boolean isServed() {
            return served.get() == 1;
        }
    }

    @Test
    void beginsAtOnceWhenNothingRuns() {
        var caller = new Caller(runs.next());

        assertThat(begun).hasValue(1);
        assertThat(caller.isServed()).isFalse();
        work.complete();
        assertThat(caller.isServed()).isTrue();
    }

    @Test
    void servesACallerOnlyWithARunThatBeganAfterItAsked() {
        var early = new Caller(runs.next());
        var late = new Caller(runs.next());
        var later = new Caller(runs.next());

        time.advanceTimeBy(PAUSE);
        work.complete();
        assertThat(early.isServed()).isTrue();
        assertThat(late.isServed()).isFalse();
        assertThat(begun).hasValue(2);

        work.complete();
        assertThat(late.isServed()).isTrue();
        assertThat(later.isServed()).isTrue();
        assertThat(begun).hasValue(2);
    }

    @Test
    void neverRunsTwiceAtOnce() {
        new Caller(runs.next());
        new Caller(runs.next());

        time.advanceTimeBy(PAUSE.multipliedBy(10));

        assertThat(begun).hasValue(1);
    }

    @Test
    void beginsNoTwoRunsWithinThePause() {
        new Caller(runs.next());
        work.complete();
        var second = new Caller(runs.next());

        time.advanceTimeBy(PAUSE.minusMillis(1));
        assertThat(begun).hasValue(1);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(begun).hasValue(2);
        work.complete();
        assertThat(second.isServed()).isTrue();
    }

    @Test
    void tellsAllItsCallersOfAFailureAndRunsAgain() {
        var first = new Caller(runs.next());
        var second = new Caller(runs.next());
        work.error(new IllegalStateException("away"));
        assertThat(first.failed).hasValue(1);

        time.advanceTimeBy(PAUSE);
        assertThat(begun).hasValue(2);
        work.complete();
        assertThat(second.isServed()).isTrue();
    }

    @Test
    void goesOnForTheOthersWhenOneCallerLeaves() {
        Mono<Void> run = runs.next();
        var leaving = new Caller(run);
        var staying = new Caller(run);

        leaving.waiting.dispose();
        work.complete();

        assertThat(leaving.isServed()).isFalse();
        assertThat(staying.isServed()).isTrue();
        assertThat(begun).hasValue(1);
    }

    @Test
    void finishesWhatItBeganWhenEveryCallerLeaves() {
        new Caller(runs.next()).waiting.dispose();
        work.assertWasNotCancelled();

        var next = new Caller(runs.next());
        time.advanceTimeBy(PAUSE);
        assertThat(begun).hasValue(1);
        work.complete();
        assertThat(begun).hasValue(2);
        work.complete();
        assertThat(next.isServed()).isTrue();
    }
}
