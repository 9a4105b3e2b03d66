package io.asyncflow.bench.events;

import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.EventHandler;
import io.asyncflow.support.events.EventType;
import java.util.List;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A consumer as consumers are: one row for each event, one statement for a batch. */
final class Effects implements EventHandler {

    static final EventType<Counted> COUNTED = new EventType<>("bench.counted", Counted.class);

    /** What the events carry. */
    record Counted(int number) {}

    private final DatabaseClient database;

    Effects(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String group() {
        return "effects";
    }

    @Override
    public Set<String> types() {
        return Set.of(COUNTED.name());
    }

    @Override
    public Mono<Void> handle(Event event) {
        return handleAll(List.of(event));
    }

    @Override
    public Mono<Void> handleAll(List<Event> events) {
        return insert(
                database,
                events.stream().map(Event::key).toArray(String[]::new),
                events.stream().map(event -> event.read(COUNTED).number()).toArray(Integer[]::new));
    }

    static Mono<Void> insert(DatabaseClient database, String[] keys, Integer[] numbers) {
        return database.sql("insert into effect (key, number) select * from unnest(:keys, :numbers)")
                .bind("keys", keys)
                .bind("numbers", numbers)
                .then();
    }
}
