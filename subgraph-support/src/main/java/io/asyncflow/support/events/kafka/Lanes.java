package io.asyncflow.support.events.kafka;

import io.asyncflow.support.events.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** The partitions that are ours at the moment. Belongs to the polling thread. */
final class Lanes implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration IN_HAND = Duration.ofSeconds(10);
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final Consumer<String, String> consumer;
    private final Function<List<Event>, Mono<Void>> take;
    private final Bell bell;
    private final Map<TopicPartition, Lane> ours = new LinkedHashMap<>();
    private boolean committing;

    Lanes(Consumer<String, String> consumer, Function<List<Event>, Mono<Void>> take, Bell bell) {
        this.consumer = consumer;
        this.take = take;
        this.bell = bell;
    }

    void receive(ConsumerRecords<String, String> records) {
        for (TopicPartition partition : records.partitions()) {
            Objects.requireNonNull(ours.get(partition), partition::toString).receive(records.records(partition));
        }
    }

    /** Hands out what may be taken next, fetches for those who have nothing left, and commits what was taken. */
    void advance() {
        for (Lane lane : ours.values()) {
            lane.advance();
        }
        Set<TopicPartition> paused = consumer.paused();
        consumer.pause(those(lane -> lane.isFull() && !paused.contains(lane.partition())));
        consumer.resume(those(lane -> !lane.isFull() && paused.contains(lane.partition())));
        commit();
    }

    private List<TopicPartition> those(Predicate<Lane> wanted) {
        return ours.values().stream().filter(wanted).map(Lane::partition).toList();
    }

    private void commit() {
        var taken = taken(ours.values().stream());
        if (!committing && !taken.isEmpty()) {
            committing = true;
            consumer.commitAsync(taken, (offsets, failure) -> {
                committing = false;
                if (failure == null) {
                    committed(offsets);
                } else {
                    LOG.debug("To be committed again, after {}", failure.toString());
                }
            });
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> taken(Stream<Lane> lanes) {
        Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
        lanes.forEach(lane -> lane.taken().ifPresent(place -> taken.put(lane.partition(), place)));
        return taken;
    }

    private void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.forEach((partition, offset) -> {
            Lane lane = ours.get(partition);
            if (lane != null) {
                lane.committed(offset.offset());
            }
        });
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> ours.put(partition, new Lane(partition, take, bell)));
    }

    /** The next owner begins where we commit to. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        var leaving = present(partitions);
        leaving.forEach(Lane::stop);
        long deadline = System.nanoTime() + IN_HAND.toNanos();
        leaving.forEach(lane -> lane.awaitStop(Duration.ofNanos(deadline - System.nanoTime())));
        commitNow(taken(leaving.stream()));
        partitions.forEach(ours::remove);
    }

    /** They have another owner already. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        present(partitions).forEach(Lane::drop);
        partitions.forEach(ours::remove);
    }

    void letGo() {
        onPartitionsRevoked(List.copyOf(ours.keySet()));
    }

    void drop() {
        onPartitionsLost(List.copyOf(ours.keySet()));
    }

    private List<Lane> present(Collection<TopicPartition> partitions) {
        return partitions.stream().map(ours::get).filter(Objects::nonNull).toList();
    }

    private void commitNow(Map<TopicPartition, OffsetAndMetadata> taken) {
        long deadline = System.nanoTime() + COMMIT.toNanos();
        while (!taken.isEmpty() && System.nanoTime() < deadline) {
            try {
                consumer.commitSync(taken, Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                return;
            } catch (WakeupException _) {
                LOG.trace("Rung at while committing");
            } catch (KafkaException failure) {
                LOG.warn("Could not commit what was taken, which will be delivered again: {}", failure.toString());
                return;
            }
        }
    }
}
