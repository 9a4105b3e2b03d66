package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** The supergraphs that came, and the plans that were made for them. */
public final class GraphMeters implements GraphRecord {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter served;
    private final Counter refused;
    private final Timer plans;
    private final Counter greedy;
    private volatile boolean refusalStands;
    private volatile long loadedAt;

    public GraphMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        served = counter("gateway.supergraph.served", "Supergraphs that were taken");
        refused = counter("gateway.supergraph.refused", "Supergraphs that were refused, or did not come");
        greedy = counter("gateway.plans.greedy", "Plans that took first choices, because there were too many");
        plans = Timer.builder("gateway.plans")
                .description("Plans that were made")
                .register(registry);
        Gauge.builder("gateway.supergraph.refusal", this, of -> of.refusalStands ? 1 : 0)
                .description("1 while what is served is not what the source has")
                .register(registry);
        TimeGauge.builder("gateway.supergraph.loaded", this, TimeUnit.MILLISECONDS, of -> of.loadedAt)
                .description("When the supergraph that is served was taken, since 1970")
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    @Override
    public void served(Supergraph supergraph, String origin) {
        served.increment();
        loadedAt = clock.millis();
        refusalStands = false;
    }

    @Override
    public void refused(String why, String origin) {
        refused.increment();
        refusalStands = true;
    }

    @Override
    public void confirmed(String origin) {
        refusalStands = false;
    }

    @Override
    public void planned(Plan plan, long nanos) {
        plans.record(nanos, TimeUnit.NANOSECONDS);
        if (plan.work().greedy()) {
            greedy.increment();
        }
    }

    @Override
    public void unplanned(String code) {
        Counter.builder("gateway.plans.refused")
                .description("Valid operations that were not planned")
                .tag("code", code)
                .register(registry)
                .increment();
    }
}
