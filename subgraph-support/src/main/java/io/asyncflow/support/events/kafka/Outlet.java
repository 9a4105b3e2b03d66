package io.asyncflow.support.events.kafka;

import java.time.Duration;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A producer that serves until the first failure, which ends everything that it has in hand. */
final class Outlet {

    private final Producer<String, String> producer;
    private volatile boolean serves = true;

    Outlet(Producer<String, String> producer) {
        this.producer = producer;
    }

    boolean serves() {
        return serves;
    }

    void send(ProducerRecord<String, String> record, Callback callback) {
        producer.send(record, callback);
    }

    /**
     * Gives up what it has not sent. On the producer's own thread, where callbacks run, nothing more is sent from here on;
     * on others it returns when that thread has ended.
     */
    void end() {
        endAfter(Duration.ZERO);
    }

    void endAfter(Duration patience) {
        serves = false;
        producer.close(patience);
    }
}
