package io.asyncflow.order.offer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Runs one task for many callers. Each caller is served by a run that begins after it asked, so that it sees what was
 * there when it asked; callers that wait for the same run share it. Runs never overlap, and never begin less than a
 * pause apart.
 */
final class JoinedRuns {

    private final Mono<Void> task;
    private final Duration pause;
    private final Scheduler clock = Schedulers.parallel();

    private @Nullable Mono<Void> upcoming;
    private Mono<Void> latest = Mono.empty();
    private long earliestStart;

    JoinedRuns(Mono<Void> task, Duration pause) {
        this.task = task;
        this.pause = pause;
    }

    synchronized Mono<Void> next() {
        if (upcoming == null) {
            upcoming = Mono.defer(this::turn).then(Mono.defer(this::begin)).cache();
        }
        return upcoming;
    }

    /** Waits for the run that is under way, and then for the end of the pause. */
    private synchronized Mono<Void> turn() {
        return latest.onErrorComplete().then(Mono.defer(this::pauseEnd));
    }

    private synchronized Mono<Void> pauseEnd() {
        long wait = earliestStart - now();
        return wait <= 0
                ? Mono.empty()
                : Mono.delay(Duration.ofMillis(wait), clock).then();
    }

    /** From here on, callers come too late for this run. */
    private synchronized Mono<Void> begin() {
        latest = upcoming == null ? Mono.empty() : upcoming;
        upcoming = null;
        earliestStart = now() + pause.toMillis();
        return task;
    }

    private long now() {
        return clock.now(TimeUnit.MILLISECONDS);
    }
}
