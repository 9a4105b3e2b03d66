package io.asyncflow.gateway.server.subgraph.live;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Decides for one subscription whether, and when, it is taken up again after its connection was lost. */
final class Reconnection {

    private final ReconnectSettings settings;
    private int attempts;
    private boolean ran;
    private long since;

    Reconnection(ReconnectSettings settings) {
        this.settings = settings;
    }

    /** The subgraph has taken the subscription. */
    void running() {
        ran = true;
        since = System.nanoTime();
    }

    Retry retry(Faults faults) {
        return Retry.from(failures -> failures.concatMap(failure -> wait(failure.failure(), faults)));
    }

    private Mono<Long> wait(Throwable failure, Faults faults) {
        if (!(failure instanceof ConnectionLost)) {
            return Mono.error(failure);
        }
        if (since != 0 && System.nanoTime() - since > settings.maxBackoff().toNanos()) {
            attempts = 0;
        }
        since = 0;
        if (attempts == settings.maxAttempts()) {
            return Mono.error(ran ? faults.lost() : failure);
        }
        return Mono.delay(backoff(attempts++));
    }

    private Duration backoff(int attempt) {
        double wait = Math.min(
                settings.minBackoff().toNanos() * Math.pow(2, attempt),
                settings.maxBackoff().toNanos());
        double change = settings.jitter() * ThreadLocalRandom.current().nextDouble(-1, 1);
        return Duration.ofNanos(
                Math.min((long) (wait * (1 + change)), settings.maxBackoff().toNanos()));
    }
}
