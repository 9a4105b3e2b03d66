package io.asyncflow.support.events.kafka;

import static java.util.stream.Collectors.toSet;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.events.Event;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Topics are Kafka's, lanes are their partitions, and groups are consumer groups. */
final class KafkaBus implements Bus, AutoCloseable {

    private final KafkaProperties properties;
    private final Clients clients;
    private final Topics topics;
    private final Publisher publisher;
    private final Set<Membership> memberships = ConcurrentHashMap.newKeySet();

    KafkaBus(KafkaProperties properties) {
        this.properties = properties;
        this.clients = new Clients(properties);
        this.topics = new Topics(clients, properties);
        this.publisher = new Publisher(clients);
    }

    @Override
    public Mono<Void> publish(List<Event> events) {
        Set<String> names = named(events.stream().map(Event::topic));
        return Mono.defer(() -> topics.present(names)
                .then(publisher.publish(events.stream()
                        .map(event -> Records.record(properties.named(event.topic()), event))
                        .toList()))
                .doOnError(_ -> topics.forget(names))
                .doOnCancel(() -> topics.forget(names)));
    }

    @Override
    public Flux<Void> deliver(
            String group, Set<String> topics, Function<List<Event>, Mono<Void>> take, Mono<Void> end) {
        return Flux.using(
                () -> membership(group, topics, take),
                membership -> Flux.merge(membership.run(), end.then(Mono.fromRunnable(membership::leave))),
                Membership::leave);
    }

    private Membership membership(String group, Set<String> topics, Function<List<Event>, Mono<Void>> take) {
        var membership = new Membership(properties.named(group), named(topics.stream()), this.topics, clients, take);
        memberships.removeIf(Membership::ended);
        memberships.add(membership);
        return membership;
    }

    @Override
    public Flux<Lag> lag(String group, Set<String> topics) {
        return new Lags(this.topics, properties).of(group, topics);
    }

    @Override
    public void close() {
        publisher.close();
        List.copyOf(memberships).forEach(Membership::end);
        topics.close();
    }

    private Set<String> named(Stream<String> topics) {
        return topics.map(properties::named).collect(toSet());
    }
}
