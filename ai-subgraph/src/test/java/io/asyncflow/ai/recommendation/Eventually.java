package io.asyncflow.ai.recommendation;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what happens behind a request's back. */
final class Eventually {

    private Eventually() {}

    static void indexed(LiveIndex index, int products) {
        so(() -> index.current().index().size() == products);
    }

    static void so(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }
}
