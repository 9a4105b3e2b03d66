package io.asyncflow.gateway.server.subgraph.traffic;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.transport.Failure;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/** Sends queries again whose failure may pass, while there is time and the budget lasts. */
public final class Retries {

    private final RetrySettings settings;
    private final RetryBudget budget;

    public Retries(RetrySettings settings) {
        this.settings = settings;
        this.budget = new RetryBudget(settings, System::nanoTime);
    }

    /**
     * Makes the attempt, and others after it where it fails.
     *
     * @param deadline in nanoseconds, as {@link System#nanoTime} counts them
     */
    public Mono<Json> around(Mono<Json> attempt, long deadline) {
        if (settings.max() == 0) {
            return attempt;
        }
        budget.deposit();
        return attempt(attempt, deadline, 0);
    }

    private Mono<Json> attempt(Mono<Json> attempt, long deadline, int retries) {
        return attempt.onErrorResume(Failure.class, failure -> {
            long pause = pause(retries);
            boolean inTime = deadline - System.nanoTime() > pause;
            if (retries == settings.max() || !failure.fault().passing() || !inTime || !budget.withdraw()) {
                return Mono.error(failure);
            }
            return Mono.delay(Duration.ofNanos(pause)).then(attempt(attempt, deadline, retries + 1));
        });
    }

    /** Up to half of it is chance, so that those who failed together do not return together. */
    private long pause(int retries) {
        long full = settings.backoff().toNanos() << retries;
        return full - ThreadLocalRandom.current().nextLong(full / 2 + 1);
    }
}
