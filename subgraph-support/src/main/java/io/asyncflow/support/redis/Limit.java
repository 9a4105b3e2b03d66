package io.asyncflow.support.redis;

import java.time.Duration;

/** That many permits at once, which come back evenly over the window: in no window are more than twice as many given. */
public record Limit(int permits, Duration window) {

    public Limit {
        if (permits < 1 || window.toMillis() < 1) {
            throw new IllegalArgumentException("A limit needs a permit and a window");
        }
    }

    double millisPerPermit() {
        return (double) window.toMillis() / permits;
    }
}
