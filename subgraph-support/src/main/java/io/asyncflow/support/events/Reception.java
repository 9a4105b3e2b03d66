package io.asyncflow.support.events;

import io.asyncflow.service.RequestContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One handler with its inbox and its waiting lines. A batch is taken in one transaction; when that fails, event by event,
 * and an event that fails alone begins a waiting line. It fails itself only when the database does.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final EventHandler handler;
    private final Inbox inbox;
    private final WaitingLines lines;
    private final TransactionalOperator transactions;
    private final EventMetrics metrics;
    private final EventsProperties properties;

    Reception(
            EventHandler handler,
            Inbox inbox,
            WaitingLines lines,
            TransactionalOperator transactions,
            EventMetrics metrics,
            EventsProperties properties) {
        this.handler = handler;
        this.inbox = inbox;
        this.lines = lines;
        this.transactions = transactions;
        this.metrics = metrics;
        this.properties = properties;
    }

    /** Completes when the bus need not deliver them again. */
    Mono<Void> take(List<Event> delivered) {
        List<Event> ours = delivered.stream()
                .filter(event -> handler.types().contains(event.type()))
                .toList();
        if (ours.isEmpty()) {
            return Mono.empty();
        }
        if (ours.size() == 1) {
            return takeAlone(ours.getFirst());
        }
        return taken(ours)
                .onErrorResume(
                        _ -> Flux.fromIterable(ours).concatMap(this::takeAlone).then());
    }

    private Mono<Void> takeAlone(Event event) {
        return taken(List.of(event)).onErrorResume(failure -> setAside(event, failure));
    }

    private Mono<Void> taken(List<Event> events) {
        return inbox.receive(handler.group(), events)
                .filter(fresh -> !fresh.isEmpty())
                .flatMap(fresh -> lines.among(handler.group(), linesOf(fresh)).flatMap(late -> split(fresh, late)))
                .as(transactions::transactional)
                .timeout(properties.transaction())
                .doOnNext(taken -> taken.handled().forEach(event -> metrics.handled(handler.group(), event)))
                .flatMap(taken -> lines.call(handler.group(), linesOf(taken.behind())));
    }

    private record Taken(List<Event> handled, List<Event> behind) {}

    private Mono<Taken> split(List<Event> fresh, Set<String> late) {
        List<Event> behind = fresh.stream()
                .filter(event -> late.contains(WaitingLines.line(event)))
                .toList();
        List<Event> free = fresh.stream()
                .filter(event -> !late.contains(WaitingLines.line(event)))
                .toList();
        return lines.join(handler.group(), behind)
                .then(Mono.defer(() -> handled(free)))
                .thenReturn(new Taken(free, behind));
    }

    private Mono<Void> setAside(Event event, Throwable failure) {
        return inbox.receive(handler.group(), List.of(event))
                .filter(fresh -> !fresh.isEmpty())
                .flatMap(fresh -> lines.open(
                                handler.group(), event, properties.retry().pauseAfter(1), failure)
                        .thenReturn(fresh))
                .as(transactions::transactional)
                .timeout(properties.transaction())
                .doOnNext(_ -> {
                    metrics.failed(handler.group(), event);
                    LOG.warn("{} could not handle {}: {}", handler.group(), named(event), failure.toString());
                })
                .then();
    }

    private static String named(Event event) {
        return event.type() + " " + new EventId(event.id()) + " of " + event.key();
    }

    /** Tries a line whose time has come, as much of it as goes at once; says whether there was one. */
    Mono<Boolean> tryAgain() {
        return tryLine(Bus.BATCH)
                .map(_ -> true)
                .onErrorResume(Again.class, again -> failedAgain(again).thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Lets lines go on whose next event nobody has called. */
    Mono<Void> callForgotten() {
        return lines.callForgotten(handler.group());
    }

    /** Half of it when it fails, until the first event alone has failed. */
    private Mono<List<Event>> tryLine(int longest) {
        return Mono.defer(() -> tryOnce(longest, new AtomicReference<>()))
                .onErrorResume(Again.class, again -> again.size == 1 ? Mono.error(again) : tryLine(again.size / 2));
    }

    /** @param tried what was tried, also for a failure that comes with the transaction's end */
    private Mono<List<Event>> tryOnce(int longest, AtomicReference<Tried> tried) {
        return lines.due(handler.group())
                .flatMap(head -> {
                    tried.set(new Tried(head, 1));
                    return lines.line(handler.group(), head, longest)
                            .doOnNext(line -> tried.set(new Tried(head, line.size())));
                })
                .flatMap(line ->
                        handled(line).then(lines.leave(handler.group(), line)).thenReturn(line))
                .as(transactions::transactional)
                .timeout(properties.transaction())
                .doOnNext(line -> line.forEach(event -> metrics.handled(handler.group(), event)))
                .onErrorMap(failure -> {
                    Tried what = tried.get();
                    return what == null ? failure : new Again(what, failure);
                })
                .flatMap(line -> lines.call(handler.group(), linesOf(line)).thenReturn(line));
    }

    private record Tried(WaitingLines.Head head, int size) {}

    private Mono<Void> failedAgain(Again again) {
        int attempts = again.head.attempts() + 1;
        boolean dead = attempts >= properties.retry().attempts();
        Event event = again.head.event();
        return lines.failed(again.head, properties.retry().pauseAfter(attempts), dead, again.failure)
                .doOnSuccess(_ -> {
                    metrics.failed(handler.group(), event);
                    if (dead) {
                        LOG.error(
                                "{} gave up {} after {} attempts: {}; './commerce events dead' lists it",
                                handler.group(),
                                named(event),
                                attempts,
                                again.failure.toString());
                    }
                });
    }

    private Mono<Void> handled(List<Event> events) {
        if (events.isEmpty()) {
            return Mono.empty();
        }
        return Mono.defer(() -> handler.handleAll(events))
                .timeout(properties.handlerTimeout())
                .contextWrite(context -> RequestContext.of(
                                handler.group(),
                                events.getFirst().id().toString(),
                                events.getFirst().trace())
                        .writeTo(context));
    }

    private static Set<String> linesOf(List<Event> events) {
        return events.stream().map(WaitingLines::line).collect(Collectors.toSet());
    }

    /** Says which line it was that failed. */
    private static final class Again extends RuntimeException {

        private final transient WaitingLines.Head head;
        private final int size;
        private final Throwable failure;

        Again(Tried tried, Throwable failure) {
            super(failure.toString(), failure, false, false);
            this.head = tried.head();
            this.size = tried.size();
            this.failure = failure;
        }
    }
}
