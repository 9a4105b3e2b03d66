package io.asyncflow.support.events;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries events between services, in topics that are divided into lanes. All events of a key are in one lane. Whatever
 * was published is delivered to each group at least once. Of each lane's events the first deliveries come in the order in
 * which they were published, whichever members of the group receive them.
 */
public interface Bus {

    /** The most events of one delivery. */
    int BATCH = 100;

    /**
     * Completes when the bus keeps all of them. After a failure it may keep some: of each lane's events the first ones,
     * and never one without those before it.
     */
    Mono<Void> publish(List<Event> events);

    /**
     * Joins the group until the end. A new group begins with the oldest events that the bus still has.
     *
     * @param take gets the events of one lane at a time, the next ones when those were taken; when it fails, the same
     *     ones again after a pause
     * @param end completes when nothing more is to be taken: what is in hand is finished, the group is left, and the
     *     delivery completes. Whoever cancels it instead may break off what is in hand.
     */
    Flux<Void> deliver(String group, Set<String> topics, Function<List<Event>, Mono<Void>> take, Mono<Void> end);

    /** How many events of each topic the group has not taken yet. */
    Flux<Lag> lag(String group, Set<String> topics);

    record Lag(String topic, long events) {}
}
