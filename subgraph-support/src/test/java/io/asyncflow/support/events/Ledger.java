package io.asyncflow.support.events;

import io.asyncflow.support.events.EventService.Counted;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Writes down each event in the database, and fails when it is told to. */
final class Ledger implements EventHandler {

    private final DatabaseClient database;
    private final List<Integer> batches = new CopyOnWriteArrayList<>();
    private final AtomicInteger begun = new AtomicInteger();
    private volatile Predicate<Event> poison = _ -> false;
    private volatile Function<Event, Mono<?>> held = _ -> Mono.empty();

    Ledger(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String group() {
        return "ledger";
    }

    @Override
    public Set<String> types() {
        return Set.of(EventService.COUNTED.name());
    }

    @Override
    public Mono<Void> handle(Event event) {
        begun.incrementAndGet();
        return database.sql("insert into effect (key, number) values (:key, :number)")
                .bind("key", event.key())
                .bind("number", event.read(EventService.COUNTED).number())
                .then()
                .then(Mono.defer(() -> held.apply(event)))
                // After the effect, so that it must be undone.
                .then(Mono.defer(() ->
                        poison.test(event) ? Mono.error(new IllegalStateException("poison")) : Mono.<Void>empty()));
    }

    @Override
    public Mono<Void> handleAll(List<Event> events) {
        return EventHandler.super.handleAll(events).doOnSuccess(_ -> batches.add(events.size()));
    }

    void failAt(Predicate<Event> events) {
        poison = events;
    }

    /** From now on an effect takes as long as this does. */
    void hold(Function<Event, Mono<?>> events) {
        held = events;
    }

    /** How many events it has begun with. */
    int begun() {
        return begun.get();
    }

    /** The sizes of the batches that went well. */
    List<Integer> batches() {
        return List.copyOf(batches);
    }

    static int number(Event event) {
        return event.read(EventService.COUNTED).number();
    }

    static Fact<Counted> counted(String key, int number) {
        return EventService.COUNTED.about(key, new Counted(number));
    }
}
