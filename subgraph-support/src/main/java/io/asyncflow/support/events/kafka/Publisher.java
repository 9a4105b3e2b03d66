package io.asyncflow.support.events.kafka;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Sends records on a thread of its own, because a producer may block whoever sends until it knows the brokers. A producer
 * serves until something fails or is no longer waited for; the next one starts when that one has ended, so that nothing
 * the former still held comes after what the latter sends.
 */
final class Publisher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clients clients;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("kafka-publish").factory());

    /** Belongs to the thread. */
    private @Nullable Outlet outlet;

    Publisher(Clients clients) {
        this.clients = clients;
    }

    Mono<Void> publish(List<ProducerRecord<String, String>> records) {
        return records.isEmpty()
                ? Mono.empty()
                : Mono.<Void>create(sink -> {
                            var sending = new Sending(records, sink);
                            // Closing waits for the producer's thread, which whoever cancels must not.
                            sink.onCancel(() -> Schedulers.boundedElastic().schedule(sending::cancel));
                            thread.execute(() -> sending.begin(this::outlet));
                        })
                        .publishOn(Schedulers.parallel());
    }

    private Outlet outlet() {
        Outlet present = outlet;
        if (present != null && present.serves()) {
            return present;
        }
        if (present != null) {
            present.end();
        }
        var next = new Outlet(clients.producer());
        outlet = next;
        return next;
    }

    @Override
    public void close() {
        thread.execute(() -> {
            if (outlet != null) {
                outlet.endAfter(PATIENCE);
            }
        });
        thread.shutdown();
        try {
            thread.awaitTermination(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
