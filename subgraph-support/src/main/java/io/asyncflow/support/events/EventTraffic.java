package io.asyncflow.support.events;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Everything that moves events in a service, from its start to its end: the relay, and each handler's reception. */
final class EventTraffic implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventTraffic.class);
    private static final Duration LOOK_AT_LINES = Duration.ofMillis(250);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration TIDY = Duration.ofHours(1);

    private final Relay relay;
    private final Bus bus;
    private final Inbox inbox;
    private final List<EventHandler> handlers;
    private final Function<EventHandler, Reception> receptions;
    private final EventMetrics metrics;
    private final Duration inboxRetention;
    private Disposable.Composite running = Disposables.composite();

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
        running = Disposables.composite();
        keep("relay", relay.run());
        keep("metrics", every(LOOK_AROUND, metrics.lookAtOutbox()));
        for (EventHandler handler : handlers) {
            Reception reception = receptions.apply(handler);
            keep(handler.group(), bus.deliver(handler.group(), topics(handler), reception::take));
            keep(handler.group() + " again", every(LOOK_AT_LINES, drained(reception)));
            keep(handler.group() + " metrics", every(LOOK_AROUND, metrics.lookAt(handler)));
            keep(handler.group() + " inbox", every(TIDY, inbox.forget(handler.group(), inboxRetention)));
        }
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
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return running.size() > 0;
    }

    /** After the beans that handlers stand on, and gone before them. */
    @Override
    public int getPhase() {
        return 0;
    }

    static Set<String> topics(EventHandler handler) {
        return handler.types().stream().map(EventType::topicOf).collect(Collectors.toSet());
    }

    private static Mono<Void> drained(Reception reception) {
        return reception.tryAgain().repeat().takeWhile(again -> again).then();
    }

    private static Flux<?> every(Duration pause, Mono<?> work) {
        return Flux.interval(pause).onBackpressureDrop().concatMap(_ -> work, 1);
    }

    /** What breaks off begins again. */
    private void keep(String name, Flux<?> work) {
        running.add(work.doOnError(failure -> LOG.warn("Events: {} begins again after {}", name, failure.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5)))
                .subscribe());
    }
}
