package io.asyncflow.support.events.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The topics that the brokers have, made by whichever process needs them first. */
final class Topics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int AT_ONCE = 16;
    private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);

    private final KafkaProperties properties;
    private final Retention retention;
    private final Mono<Admin> admin;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean administered;

    Topics(Clients clients, KafkaProperties properties) {
        this.properties = properties;
        this.retention = new Retention(properties.retention());
        this.admin = Mono.fromCallable(clients::admin)
                .doOnNext(_ -> administered = true)
                .subscribeOn(Schedulers.boundedElastic())
                // Kept when it could be made; otherwise the next one who needs it tries again.
                .cacheInvalidateIf(_ -> false);
    }

    /** Completes when there are all of them. */
    Mono<Void> present(Set<String> names) {
        return Flux.fromIterable(names)
                .filter(name -> !known.contains(name))
                .flatMap(this::present, AT_ONCE)
                .then();
    }

    /** Somebody may have removed them. */
    void forget(Set<String> names) {
        known.removeAll(names);
    }

    private Mono<Void> present(String name) {
        return described(name)
                .then(admin())
                .flatMap(admin -> retention.look(admin, name))
                .onErrorResume(UnknownTopicOrPartitionException.class, _ -> make(name))
                .then(Mono.fromRunnable(() -> known.add(name)));
    }

    private Mono<Void> make(String name) {
        var topic = new NewTopic(
                        name, Optional.of(properties.partitions()), Optional.ofNullable(properties.replicationFactor()))
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(properties.retention().toMillis()),
                        // A segment goes as a whole, so an event stays that much longer.
                        TopicConfig.SEGMENT_MS_CONFIG,
                        Long.toString(Math.min(properties.retention().toMillis(), LONGEST_SEGMENT.toMillis()))));
        return admin().flatMap(
                        admin -> answer(admin.createTopics(List.of(topic)).all()))
                .doOnSuccess(_ -> LOG.info("Made the topic {}", name))
                .onErrorComplete(TopicExistsException.class);
    }

    Mono<TopicDescription> described(String name) {
        return admin().flatMap(
                        admin -> answer(admin.describeTopics(List.of(name)).allTopicNames()))
                .mapNotNull(found -> found.get(name));
    }

    Mono<Admin> admin() {
        return admin;
    }

    /** Off the client's only thread. */
    static <T> Mono<T> answer(KafkaFuture<T> future) {
        return Mono.fromCompletionStage(future.toCompletionStage()).publishOn(Schedulers.parallel());
    }

    @Override
    public void close() {
        if (administered) {
            admin.subscribe(admin -> admin.close(Duration.ZERO));
        }
    }
}
