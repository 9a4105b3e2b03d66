package io.asyncflow.support.events.kafka;

import static java.util.stream.Collectors.toMap;

import io.asyncflow.support.events.Bus.Lag;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How far groups are behind: the ends of the partitions, less what was committed. */
final class Lags {

    private static final int AT_ONCE = 4;

    private final Topics topics;
    private final KafkaProperties properties;

    Lags(Topics topics, KafkaProperties properties) {
        this.topics = topics;
        this.properties = properties;
    }

    Flux<Lag> of(String group, Set<String> names) {
        return Flux.fromIterable(names)
                .flatMapSequential(
                        name -> partitions(name)
                                .flatMap(partitions -> events(properties.named(group), partitions))
                                .onErrorResume(UnknownTopicOrPartitionException.class, _ -> Mono.just(0L))
                                .map(events -> new Lag(name, events)),
                        AT_ONCE);
    }

    private Mono<List<TopicPartition>> partitions(String name) {
        return topics.described(properties.named(name))
                .map(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                        .toList());
    }

    private Mono<Long> events(String group, List<TopicPartition> partitions) {
        return topics.admin()
                .flatMap(admin -> Mono.zip(
                        offsets(admin, partitions, OffsetSpec.earliest()),
                        offsets(admin, partitions, OffsetSpec.latest()),
                        Topics.answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())))
                .map(found -> partitions.stream()
                        .mapToLong(partition -> behind(
                                position(found.getT1(), partition),
                                position(found.getT2(), partition),
                                found.getT3().get(partition)))
                        .sum());
    }

    private static Mono<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Admin admin, List<TopicPartition> partitions, OffsetSpec where) {
        return Topics.answer(admin.listOffsets(partitions.stream().collect(toMap(partition -> partition, _ -> where)))
                .all());
    }

    private static long position(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo offset = offsets.get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private static long behind(long first, long end, @Nullable OffsetAndMetadata committed) {
        return Math.max(0, end - (committed == null ? first : Math.max(first, committed.offset())));
    }
}
