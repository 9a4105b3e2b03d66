package io.asyncflow.support.events.redis;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.events.Event;
import io.asyncflow.support.redis.Redis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Events on Redis Streams: each lane is a stream, each group a consumer group whose members lease lanes. */
final class RedisBus implements Bus, AutoCloseable {

    private static final long LONGEST_PART = 1_000_000;

    private final Redis redis;
    private final Scripts scripts;
    private final RedisBusProperties properties;
    private final Set<CompletableFuture<@Nullable Void>> farewells = ConcurrentHashMap.newKeySet();

    RedisBus(Redis redis, RedisBusProperties properties) {
        this.redis = redis;
        this.scripts = new Scripts(redis);
        this.properties = properties;
    }

    @Override
    public Mono<Void> publish(List<Event> events) {
        Map<Lane, List<Event>> byLane = new LinkedHashMap<>();
        for (Event event : events) {
            Lane lane = Lane.of(event.topic(), event.key(), properties.lanes());
            byLane.computeIfAbsent(lane, _ -> new ArrayList<>()).add(event);
        }
        return Flux.fromIterable(byLane.entrySet())
                .flatMap(lane -> publish(lane.getKey(), lane.getValue()), properties.lanes())
                .then();
    }

    private Mono<Void> publish(Lane lane, List<Event> events) {
        return Flux.fromIterable(parts(events))
                .concatMap(part ->
                        scripts.run(Scripts.Script.PUBLISH, new String[] {lane.stream()}, publication(lane, part)))
                .then();
    }

    /** Redis serves nobody else while it appends one of them. */
    private static List<List<Event>> parts(List<Event> events) {
        var parts = new ArrayList<List<Event>>();
        int begin = 0;
        long length = 0;
        for (int i = 0; i < events.size(); i++) {
            length += events.get(i).data().length();
            if (length > LONGEST_PART || i - begin >= BATCH) {
                parts.add(events.subList(begin, i));
                begin = i;
                length = events.get(i).data().length();
            }
        }
        parts.add(events.subList(begin, events.size()));
        parts.removeIf(List::isEmpty);
        return parts;
    }

    private String[] publication(Lane lane, List<Event> events) {
        var arguments = new ArrayList<String>(2 + 6 * events.size());
        arguments.add(Lane.channel(lane.topic()));
        arguments.add(Integer.toString(properties.keep()));
        events.forEach(event -> Entry.fields(event).forEach(arguments::add));
        return arguments.toArray(String[]::new);
    }

    @Override
    public Flux<Void> deliver(
            String group, Set<String> topics, Function<List<Event>, Mono<Void>> take, Mono<Void> end) {
        String[] channels = topics.stream().map(Lane::channel).toArray(String[]::new);
        return Flux.usingWhen(
                Mono.fromSupplier(() -> new Member(scripts, properties, group, topics, take, redis.messages(channels))),
                member -> member.run(end),
                this::left);
    }

    private Mono<Void> left(Member member) {
        var farewell = new CompletableFuture<@Nullable Void>();
        farewells.add(farewell);
        return member.leave().doFinally(_ -> {
            farewell.complete(null);
            farewells.remove(farewell);
        });
    }

    /** Gives members that are leaving the time to say so. */
    @Override
    public void close() {
        CompletableFuture.allOf(farewells.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public Flux<Lag> lag(String group, Set<String> topics) {
        return Flux.fromIterable(topics)
                .concatMap(topic -> Flux.fromIterable(Lane.all(Set.of(topic), properties.lanes()))
                        .concatMap(lane -> scripts.<Long>run(Scripts.Script.LAG, new String[] {lane.stream()}, group))
                        .reduce(0L, Long::sum)
                        .map(events -> new Lag(topic, events)));
    }
}
