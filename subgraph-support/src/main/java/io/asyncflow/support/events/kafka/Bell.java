package io.asyncflow.support.events.kafka;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Calls the polling thread, which waits for the brokers, when something happened here. */
final class Bell {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AtomicReference<@Nullable Consumer<?, ?>> listening = new AtomicReference<>();
    private volatile boolean rung;

    void ring() {
        rung = true;
        Consumer<?, ?> consumer = listening.getAndSet(null);
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    /** Whatever rang before is known to the thread, which asks before it looks at what happened. */
    void hush() {
        rung = false;
    }

    /** Polls until there are records or it rings. */
    <K, V> ConsumerRecords<K, V> listen(Consumer<K, V> consumer) {
        listening.set(consumer);
        try {
            return consumer.poll(rung ? Duration.ZERO : LONGEST);
        } catch (WakeupException _) {
            return ConsumerRecords.empty();
        } finally {
            listening.set(null);
        }
    }
}
