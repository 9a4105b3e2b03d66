package io.asyncflow.gateway.server.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How often subgraphs are asked, what comes of it, and how long it takes. */
final class SubgraphMeters {

    private final MeterRegistry registry;
    private final Map<String, Timers> timers = new ConcurrentHashMap<>();

    SubgraphMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    Timers of(String subgraph) {
        Timers known = timers.get(subgraph);
        return known == null ? timers.computeIfAbsent(subgraph, Timers::new) : known;
    }

    /** One subgraph's. */
    final class Timers {

        private final String subgraph;
        private final Timer ok;
        private final Map<String, Timer> others = new ConcurrentHashMap<>();

        private Timers(String subgraph) {
            this.subgraph = subgraph;
            this.ok = timer("OK");
        }

        void record(String outcome, long nanos) {
            Timer timer = outcome.equals("OK") ? ok : others.computeIfAbsent(outcome, this::timer);
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }

        private Timer timer(String outcome) {
            return Timer.builder("gateway.subgraph.requests")
                    .description("Requests to subgraphs")
                    .tag("subgraph", subgraph)
                    .tag("outcome", outcome.toLowerCase(Locale.ROOT))
                    .serviceLevelObjectives(Buckets.BOUNDS)
                    .register(registry);
        }
    }
}
