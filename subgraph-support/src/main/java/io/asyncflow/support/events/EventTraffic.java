package io.asyncflow.support.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Everything that moves events in a service, from its start to its end: the relay, and each handler's reception. When it
 * is stopped it begins nothing more, and what is in hand may be finished for as long as Spring waits.
 */
final class EventTraffic implements SmartLifecycle, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventTraffic.class);
    private static final Duration LOOK_AT_LINES = Duration.ofMillis(250);
    private static final Duration LOOK_FOR_FORGOTTEN = Duration.ofSeconds(5);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Relay relay;
    private final Bus bus;
    private final Inbox inbox;
    private final List<EventHandler> handlers;
    private final Function<EventHandler, Reception> receptions;
    private final EventMetrics metrics;
    private final Duration inboxRetention;
    private CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private CompletableFuture<@Nullable Void> traffic = CompletableFuture.completedFuture(null);

    EventTraffic(
            Relay relay,
            Bus bus,
            Inbox inbox,
            List<EventHandler> handlers,
            Function<EventHandler, Reception> receptions,
            EventMetrics metrics,
            EventsProperties properties) {
        this.relay = relay;
        this.bus = bus;
        this.inbox = inbox;
        this.handlers = List.copyOf(handlers);
        requireOwnGroups();
        this.receptions = receptions;
        this.metrics = metrics;
        this.inboxRetention = properties.inboxRetention();
    }

    @Override
    public void start() {
        end = new CompletableFuture<>();
        var works = new ArrayList<Mono<Void>>();
        works.add(kept("relay", relay.run(end)));
        works.add(kept("metrics", every(LOOK_AROUND, metrics.lookAtOutbox())));
        for (EventHandler handler : handlers) {
            String group = handler.group();
            Reception reception = receptions.apply(handler);
            works.add(kept(group, bus.deliver(group, topics(handler), reception::take, Mono.fromFuture(end, true))));
            works.add(kept(group + " again", every(LOOK_AT_LINES, drained(reception))));
            works.add(kept(group + " lines", every(LOOK_FOR_FORGOTTEN, reception.callForgotten())));
            works.add(kept(group + " metrics", every(LOOK_AROUND, metrics.lookAt(handler))));
            works.add(kept(group + " inbox", every(TIDY, inbox.forget(group, inboxRetention))));
        }
        traffic = Mono.when(works).toFuture();
    }

    private void requireOwnGroups() {
        var groups = new HashSet<String>();
        for (EventHandler handler : handlers) {
            if (!groups.add(handler.group())) {
                throw new IllegalStateException("Two event handlers are in the group " + handler.group()
                        + ": each would pass over the other's events");
            }
        }
    }

    @Override
    public void stop() {
        end.complete(null);
    }

    @Override
    public void stop(Runnable stopped) {
        stop();
        traffic.whenComplete((_, _) -> stopped.run());
    }

    /** Breaks off what Spring did not want to wait for any longer. */
    @Override
    public void close() {
        traffic.cancel(true);
    }

    @Override
    public boolean isRunning() {
        return !traffic.isDone();
    }

    /** After the beans that handlers stand on, and gone before them. */
    @Override
    public int getPhase() {
        return 0;
    }

    static Set<String> topics(EventHandler handler) {
        return handler.types().stream().map(EventType::topicOf).collect(Collectors.toSet());
    }

    private Mono<Void> drained(Reception reception) {
        return reception
                .tryAgain()
                .repeat(() -> !end.isDone())
                .takeWhile(again -> again)
                .then();
    }

    private Flux<?> every(Duration pause, Mono<?> work) {
        return Flux.interval(pause)
                .onBackpressureDrop()
                .takeUntilOther(Mono.fromFuture(end, true))
                .concatMap(_ -> work, 1);
    }

    /** What breaks off begins again, until the end. */
    private Mono<Void> kept(String name, Flux<?> work) {
        return work.doOnError(failure -> LOG.warn("Events: {} begins again after {}", name, failure.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .then();
    }
}
