package io.asyncflow.support.events.redis;

import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/**
 * A member of a group, while it delivers. It says now and then that it is alive, and leases its share of each topic's
 * lanes: all of them divided by the members there are. When it is not heard of for the time of a lease, its lanes go to
 * others, with the events that it had in hand.
 */
final class Member {

    private static final Logger LOG = LoggerFactory.getLogger(Member.class);

    private final String name = UUID.randomUUID().toString();
    private final Scripts scripts;
    private final RedisBusProperties properties;
    private final String group;
    private final Set<String> topics;
    private final Function<List<Event>, Mono<Void>> take;
    private final Flux<String> grown;
    private final Trouble trouble;
    private final Map<Lane, LaneWork> held = new ConcurrentHashMap<>();
    private final Sinks.Many<LaneWork> begun = Sinks.many().unicast().onBackpressureBuffer();
    private volatile boolean parting;

    /** @param grown names streams that have grown */
    Member(
            Scripts scripts,
            RedisBusProperties properties,
            String group,
            Set<String> topics,
            Function<List<Event>, Mono<Void>> take,
            Flux<String> grown) {
        this.scripts = scripts;
        this.properties = properties;
        this.group = group;
        this.topics = Set.copyOf(topics);
        this.take = take;
        this.trouble = new Trouble(LOG, "Group " + group + " takes no events");
        this.grown = grown.retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200))
                        .maxBackoff(Duration.ofSeconds(2))
                        .transientErrors(true))
                .share();
    }

    /** Delivers until the end, and then until each lane's batch in hand is finished. */
    Flux<Void> run(Mono<Void> end) {
        return beats(end).takeUntilOther(begun.asFlux().flatMap(LaneWork::run, topics.size() * properties.lanes()));
    }

    /** Lets all lanes go, so that others need not wait for the leases to end. */
    Mono<Void> leave() {
        return Flux.fromIterable(topics)
                .concatMap(topic -> scripts.remove(members(topic), name))
                .thenMany(Flux.fromIterable(List.copyOf(held.values())).concatMap(LaneWork::release))
                .then()
                .onErrorResume(away -> {
                    LOG.debug("{} leaves without saying so: {}", group, away.toString());
                    return Mono.empty();
                });
    }

    private Flux<Void> beats(Mono<Void> end) {
        Duration pause = properties.lease().dividedBy(5);
        return Flux.merge(Flux.interval(Duration.ZERO, pause), end.then(Mono.fromSupplier(this::partWithAll)))
                .onBackpressureLatest()
                .concatMap(_ -> beat(), 1);
    }

    private boolean partWithAll() {
        parting = true;
        return true;
    }

    private Mono<Void> beat() {
        if (parting) {
            begun.tryEmitComplete();
            held.values().forEach(LaneWork::letGo);
        }
        return Flux.fromIterable(List.copyOf(held.values()))
                .concatMap(LaneWork::renew)
                .thenMany(Flux.fromIterable(parting ? Set.<String>of() : topics))
                .concatMap(this::takeShare)
                .doOnComplete(trouble::over)
                .then()
                .onErrorResume(away -> {
                    trouble.is(away);
                    return Mono.empty();
                });
    }

    private Mono<Void> takeShare(String topic) {
        String lanes = Integer.toString(properties.lanes());
        return scripts.<Long>run(Scripts.Script.BEAT, new String[] {members(topic)}, name, lease(), lanes)
                .single()
                .flatMap(share -> adjust(topic, share.intValue()));
    }

    private Mono<Void> adjust(String topic, int share) {
        List<LaneWork> ours = held.values().stream()
                .filter(work -> work.lane().topic().equals(topic))
                .toList();
        ours.stream().skip(share).forEach(LaneWork::letGo);
        var others = new ArrayList<>(Lane.all(Set.of(topic), properties.lanes()));
        others.removeIf(held::containsKey);
        Collections.shuffle(others);
        return Flux.fromIterable(others)
                .concatMap(this::acquired)
                .filter(acquired -> acquired)
                .take(Math.max(share - ours.size(), 0))
                .then();
    }

    private Mono<Boolean> acquired(Lane lane) {
        return scripts.<Long>run(
                        Scripts.Script.ACQUIRE, new String[] {lane.lease(group), lane.stream()}, group, name, lease())
                .single()
                .map(acquired -> acquired == 1)
                .doOnNext(acquired -> {
                    if (acquired) {
                        begin(lane);
                    }
                });
    }

    private void begin(Lane lane) {
        var work = new LaneWork(
                scripts,
                lane,
                group,
                name,
                lease(),
                take,
                grown.filter(lane.stream()::equals),
                () -> held.remove(lane));
        held.put(lane, work);
        if (begun.tryEmitNext(work).isFailure()) {
            // We have left in the meantime: the lease ends by itself.
            held.remove(lane);
        }
    }

    private String members(String topic) {
        return "events:members:" + group + ":" + topic;
    }

    private String lease() {
        return Long.toString(properties.lease().toMillis());
    }
}
