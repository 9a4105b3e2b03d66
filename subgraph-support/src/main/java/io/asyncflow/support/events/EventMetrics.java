package io.asyncflow.support.events;

import static io.asyncflow.support.rows.Columns.required;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How events get on, for Prometheus: looked up now and then, and counted where they pass. */
final class EventMetrics {

    private final MeterRegistry registry;
    private final DatabaseClient database;
    private final Bus bus;
    private final Clock clock;
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    EventMetrics(MeterRegistry registry, DatabaseClient database, Bus bus, Clock clock) {
        this.registry = registry;
        this.database = database;
        this.bus = bus;
        this.clock = clock;
    }

    /** An event's effect is there. */
    void handled(String group, Event event) {
        Timer.builder("asyncflow.events.handled")
                .description("From when an event was written down until its effect was there")
                .publishPercentileHistogram()
                .tags("group", group, "type", event.type())
                .register(registry)
                .record(Duration.between(event.at(), clock.instant()));
    }

    /** An attempt failed; the event waits for the next one, or is given up. */
    void failed(String group, Event event) {
        registry.counter("asyncflow.events.failures", "group", group, "type", event.type())
                .increment();
    }

    Mono<Void> lookAtOutbox() {
        return database.sql("""
                        select count(*) as events, min(happened_at) as oldest
                        from (select happened_at from events.outbox order by position limit 10000) as first""")
                .map(row -> {
                    set("asyncflow.events.outbox.size", Tags.empty(), required(row, "events", Long.class));
                    Instant oldest = row.get("oldest", Instant.class);
                    long age = oldest == null
                            ? 0
                            : Duration.between(oldest, clock.instant()).toMillis();
                    set("asyncflow.events.outbox.age", Tags.empty(), Math.max(age, 0));
                    return age;
                })
                .one()
                .then();
    }

    Mono<Void> lookAt(EventHandler handler) {
        String group = handler.group();
        return bus.lag(group, EventTraffic.topics(handler))
                .doOnNext(lag -> setLag(group, lag.topic(), lag.events()))
                .onErrorResume(_ -> {
                    // While the bus is away nobody knows.
                    EventTraffic.topics(handler).forEach(topic -> setLag(group, topic, Double.NaN));
                    return Flux.empty();
                })
                .then(database.sql("""
                                select count(*) filter (where dead) as dead, count(*) as waiting
                                from events.waiting where consumer_group = :group""")
                        .bind("group", group)
                        .map(row -> {
                            set("asyncflow.events.dead", Tags.of("group", group), required(row, "dead", Long.class));
                            set(
                                    "asyncflow.events.waiting",
                                    Tags.of("group", group),
                                    required(row, "waiting", Long.class));
                            return group;
                        })
                        .one())
                .then();
    }

    private void setLag(String group, String topic, double events) {
        set("asyncflow.events.lag", Tags.of("group", group, "topic", topic), events);
    }

    private void set(String name, Tags tags, double value) {
        values.computeIfAbsent(name + tags, _ -> {
                    var held = new AtomicReference<>(value);
                    Gauge.builder(name, held, AtomicReference::get)
                            .baseUnit(name.endsWith("age") ? "milliseconds" : "events")
                            .tags(tags)
                            .register(registry);
                    return held;
                })
                .set(value);
    }
}
