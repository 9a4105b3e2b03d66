package io.asyncflow.support.events.redis;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Delivers the events of one lane, a batch after the other, while its member has the lease. First comes what is in hand:
 * what an owner before us, or a failure of ours, has left unacknowledged.
 */
final class LaneWork {

    private static final Logger LOG = LoggerFactory.getLogger(LaneWork.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);
    private static final String IN_HAND = "0";
    private static final String NEW = ">";

    private enum Step {
        MORE,
        NOTHING,
        LOST
    }

    private final Scripts scripts;
    private final Lane lane;
    private final String group;
    private final String member;
    private final String lease;
    private final Function<List<Event>, Mono<Void>> take;
    private final Flux<String> grown;
    private final Runnable ended;
    private final Trouble trouble;
    private final Sinks.Empty<Void> leave = Sinks.empty();
    private volatile boolean leaving;
    private volatile boolean lost;
    private String from = IN_HAND;
    private Duration pause = SHORTEST_PAUSE;
    /** Fewer after a failure: it may be that so many are too large. */
    private int batch = Bus.BATCH;

    LaneWork(
            Scripts scripts,
            Lane lane,
            String group,
            String member,
            String lease,
            Function<List<Event>, Mono<Void>> take,
            Flux<String> grown,
            Runnable ended) {
        this.scripts = scripts;
        this.lane = lane;
        this.group = group;
        this.member = member;
        this.lease = lease;
        this.take = take;
        this.grown = grown;
        this.ended = ended;
        this.trouble = new Trouble(LOG, "Group " + group + " cannot take events of " + lane.stream());
    }

    Lane lane() {
        return lane;
    }

    /** Ends when the lane is another member's. */
    Flux<Void> run() {
        return Flux.merge(
                        grown,
                        Flux.interval(Duration.ZERO, LOOK_ANYWAY).onBackpressureDrop(),
                        leave.asMono().thenReturn(lane))
                .onBackpressureLatest()
                .concatMap(_ -> drain(), 1)
                .takeUntil(step -> step == Step.LOST)
                .thenMany(Mono.<Void>fromRunnable(ended));
    }

    /** After the batch in hand. */
    void letGo() {
        leaving = true;
        leave.tryEmitEmpty();
    }

    /** Keeps the lane during a long batch. */
    Mono<Void> renew() {
        return scripts.<Long>run(Scripts.Script.RENEW, new String[] {lane.lease(group)}, member, lease)
                .doOnNext(renewed -> lost = lost || renewed == 0)
                .then();
    }

    Mono<Void> release() {
        return scripts.run(Scripts.Script.RELEASE, new String[] {lane.lease(group)}, member)
                .then();
    }

    private Mono<Step> drain() {
        return Mono.defer(this::step)
                .repeat()
                .takeUntil(step -> step != Step.MORE)
                .last();
    }

    private Mono<Step> step() {
        if (lost) {
            return Mono.just(Step.LOST);
        }
        if (leaving) {
            return release().thenReturn(Step.LOST).onErrorReturn(Step.LOST);
        }
        return read().flatMap(this::delivered).onErrorResume(this::failed);
    }

    private Mono<List<Entry>> read() {
        return scripts.<List<?>>run(
                        Scripts.Script.READ,
                        new String[] {lane.lease(group), lane.stream()},
                        group,
                        member,
                        lease,
                        from,
                        Integer.toString(batch))
                .concatMapIterable(entries -> entries)
                .map(Entry::of)
                .collectList();
    }

    private Mono<Step> delivered(List<Entry> entries) {
        if (!entries.isEmpty()) {
            return taken(entries.stream()
                            .map(Entry::event)
                            .filter(Objects::nonNull)
                            .toList())
                    .then(Mono.defer(() -> acknowledge(entries)))
                    .then(Mono.fromSupplier(this::went));
        }
        if (from.equals(NEW)) {
            return Mono.just(Step.NOTHING);
        }
        from = NEW;
        return Mono.just(Step.MORE);
    }

    private Mono<Void> taken(List<Event> events) {
        return events.isEmpty() ? Mono.empty() : take.apply(events);
    }

    private Mono<Void> acknowledge(List<Entry> entries) {
        return scripts.acknowledge(
                lane.stream(), group, entries.stream().map(Entry::id).toArray(String[]::new));
    }

    private Step went() {
        pause = SHORTEST_PAUSE;
        batch = Math.min(Bus.BATCH, batch * 2);
        trouble.over();
        return Step.MORE;
    }

    private Mono<Step> failed(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        // Redis 6 puts an error of a script's command behind words of its own.
        if (message.startsWith("LOST") || message.contains("NOGROUP")) {
            return Mono.just(Step.LOST);
        }
        trouble.is(failure);
        from = IN_HAND;
        batch = Math.max(1, batch / 2);
        Duration now = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        return Mono.delay(now).takeUntilOther(leave.asMono()).thenReturn(Step.MORE);
    }
}
