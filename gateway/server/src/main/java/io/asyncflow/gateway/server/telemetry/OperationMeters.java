package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.language.OperationType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many operations there are, how they end, and how long they take. Finding a meter is a look into an array. */
final class OperationMeters {

    private static final int TYPES = OperationType.values().length + 1;
    private static final int ENDINGS = Ending.values().length;

    private final MeterRegistry registry;
    private final LongAdder subscriptions = new LongAdder();
    private final AtomicReferenceArray<@Nullable Timer> timers =
            new AtomicReferenceArray<>(Transport.values().length * TYPES * ENDINGS);

    OperationMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("gateway.subscriptions", subscriptions, LongAdder::sum)
                .description("Subscriptions that clients have open")
                .register(registry);
    }

    /** @param type null where it never became known */
    void ended(Transport transport, @Nullable OperationType type, Ending ending, long nanos) {
        int row = transport.ordinal() * TYPES + (type == null ? TYPES - 1 : type.ordinal());
        int index = row * ENDINGS + ending.ordinal();
        Timer timer = timers.get(index);
        if (timer == null) {
            timer = timer(transport, type, ending);
            timers.set(index, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    void subscribed() {
        subscriptions.increment();
    }

    void unsubscribed() {
        subscriptions.decrement();
    }

    /** How long subscriptions last says nothing about speed: they have no buckets. */
    private Timer timer(Transport transport, @Nullable OperationType type, Ending ending) {
        Timer.Builder timer = Timer.builder("gateway.operations")
                .description("Operations of clients")
                .tag("transport", transport.tag())
                .tag("type", type == null ? "unknown" : type.name().toLowerCase(Locale.ROOT))
                .tag("outcome", ending.tag());
        return (type == OperationType.SUBSCRIPTION ? timer : timer.serviceLevelObjectives(Buckets.BOUNDS))
                .register(registry);
    }
}
