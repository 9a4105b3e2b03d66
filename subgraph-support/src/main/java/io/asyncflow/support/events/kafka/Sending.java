package io.asyncflow.support.events.kafka;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** Records on their way, all of which must be kept. */
final class Sending {

    private final List<ProducerRecord<String, String>> records;
    private final MonoSink<Void> sink;
    private final AtomicInteger missing;
    private volatile boolean over;
    private volatile @Nullable Outlet outlet;

    Sending(List<ProducerRecord<String, String>> records, MonoSink<Void> sink) {
        this.records = records;
        this.sink = sink;
        this.missing = new AtomicInteger(records.size());
    }

    void begin(Supplier<Outlet> outlets) {
        if (over) {
            return;
        }
        try {
            Outlet chosen = outlets.get();
            outlet = chosen;
            for (var record : records) {
                if (over) {
                    return;
                }
                chosen.send(record, (_, failure) -> answered(failure));
            }
        } catch (RuntimeException failure) {
            failed(failure);
        }
    }

    private void answered(@Nullable Exception failure) {
        if (failure != null) {
            failed(failure);
        } else if (missing.decrementAndGet() == 0 && end()) {
            sink.success();
        }
    }

    private void failed(Exception failure) {
        // The first failure is the reason; ending the outlet makes the others.
        boolean first = end();
        endOutlet();
        if (first) {
            sink.error(failure);
        }
    }

    /** Nobody waits for it any more, so nobody would know what became of the rest. */
    void cancel() {
        if (end()) {
            endOutlet();
        }
    }

    private synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    private void endOutlet() {
        Outlet used = outlet;
        if (used != null) {
            used.end();
        }
    }
}
