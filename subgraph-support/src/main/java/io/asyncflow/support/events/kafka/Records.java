package io.asyncflow.support.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.asyncflow.support.events.Event;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events as records: the value is what the event carries, and the headers are the rest. */
final class Records {

    private static final Logger LOG = LoggerFactory.getLogger(Records.class);
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String AT = "at";
    private static final String TRACE = "traceparent";

    private Records() {}

    static ProducerRecord<String, String> record(String topic, Event event) {
        var record = new ProducerRecord<>(topic, event.key(), event.data());
        record.headers()
                .add(ID, event.id().toString().getBytes(UTF_8))
                .add(TYPE, event.type().getBytes(UTF_8))
                .add(AT, event.at().toString().getBytes(UTF_8));
        String trace = event.trace();
        if (trace != null) {
            record.headers().add(TRACE, trace.getBytes(UTF_8));
        }
        return record;
    }

    /** Nothing when it is not of our making: it must not hold up the partition for ever. */
    static Optional<Event> event(ConsumerRecord<String, String> record) {
        try {
            return Optional.of(new Event(
                    UUID.fromString(required(record, ID)),
                    required(record, TYPE),
                    required(record.key(), "key"),
                    Instant.parse(required(record, AT)),
                    required(record.value(), "value"),
                    header(record, TRACE)));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            LOG.error(
                    "Passed over {}-{}@{}, which is no event: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    foreign.getMessage());
            return Optional.empty();
        }
    }

    private static String required(ConsumerRecord<String, String> record, String name) {
        return required(header(record, name), name);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, String> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
