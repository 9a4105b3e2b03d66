package io.asyncflow.gateway.server.subgraph.traffic;

import java.util.function.LongSupplier;

/** How many retries there may be: a share of the requests of late, and always a few a second. */
final class RetryBudget {

    private final double share;
    private final double perNano;
    private final double mostSpare;
    private final double lifetime;
    private final LongSupplier nanos;

    private double earned;
    private double spare;
    private long updated;

    RetryBudget(RetrySettings settings, LongSupplier nanos) {
        this.share = settings.retryPercent();
        this.perNano = settings.minPerSec() / 1e9;
        this.lifetime = settings.ttl().toNanos();
        this.mostSpare = perNano == 0 ? 0 : Math.max(1, perNano * lifetime);
        this.spare = mostSpare;
        this.nanos = nanos;
        this.updated = nanos.getAsLong();
    }

    /** A request is made. */
    synchronized void deposit() {
        earned += share;
        pass();
    }

    /** A retry is wanted. */
    synchronized boolean withdraw() {
        pass();
        if (spare >= 1) {
            spare--;
            return true;
        }
        if (spare + earned < 1) {
            return false;
        }
        earned -= 1 - spare;
        spare = 0;
        return true;
    }

    /** What requests earned fades, so that it adds up to the share of those within a lifetime. */
    private void pass() {
        long now = nanos.getAsLong();
        double passed = now - updated;
        if (passed > lifetime / 100) {
            earned *= Math.exp(-passed / lifetime);
            spare = Math.min(mostSpare, spare + passed * perNano);
            updated = now;
        }
    }
}
