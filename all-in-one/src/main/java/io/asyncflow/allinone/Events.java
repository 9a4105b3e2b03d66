package io.asyncflow.allinone;

import io.asyncflow.embedded.PostgresAddress;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.events.DeadLetter;
import io.asyncflow.support.events.DeadLetters;
import io.asyncflow.support.events.EventId;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What {@code ./commerce events} does: looks after the events that a service could not handle. */
final class Events {

    static final String USAGE = """
            Usage: ./commerce events dead              events that a service has given up, and why
                   ./commerce events replay ID...      have them tried again; --all for all of them
                   ./commerce events discard ID...     leave them without an effect, so that those behind them go on
            An event that several groups have given up is changed for all of them, or with --group NAME for one.
            It looks into the databases of what './commerce up' started, or of POSTGRES_HOST when that is set.""";

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String NO_SUCH_TABLE = "42P01";

    /** Each service's, by its name. */
    private final Map<String, DeadLetters> services = new LinkedHashMap<>();

    Events(PostgresAddress postgres, Map<String, String> environment) {
        for (Member member : Member.all(environment)) {
            member.database().ifPresent(database -> services.put(member.name(), letters(postgres, database)));
        }
    }

    static void run(Instance instance, Map<String, String> environment, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Problem(USAGE);
        }
        var ids = new ArrayList<>(arguments.subList(1, arguments.size()));
        String group = group(ids);
        var events = new Events(postgres(instance, environment), environment);
        switch (arguments.getFirst()) {
            case "dead" -> events.list();
            case "replay" -> events.replay(ids, group);
            case "discard" ->
                events.change(events.ids(ids), (letters, chosen) -> letters.discard(chosen, group), "Discarded");
            default -> throw new Problem(USAGE);
        }
    }

    /** Takes the option out of the arguments. */
    private static @Nullable String group(List<String> arguments) {
        int place = arguments.indexOf("--group");
        if (place < 0) {
            return null;
        }
        if (place + 1 == arguments.size()) {
            throw new Problem(USAGE);
        }
        arguments.remove(place);
        return arguments.remove(place);
    }

    private static PostgresAddress postgres(Instance instance, Map<String, String> environment) {
        return PostgresAddress.fromEnvironment(environment)
                .or(() -> instance.running().flatMap(note -> Up.postgres(note.details())))
                .orElseThrow(
                        () -> new Problem(
                                "Nothing runs here. Start it with './commerce up', or set POSTGRES_HOST to look at another system."));
    }

    private void list() {
        long all = 0;
        for (var service : services.entrySet()) {
            for (DeadLetter letter : letters(service.getValue())) {
                all++;
                Screen.say(letter.id() + "  " + letter.event().type() + "  of "
                        + letter.event().key());
                Screen.say("  given up by " + service.getKey() + " (group " + letter.group() + ") after "
                        + letter.attempts() + " attempts, waiting since " + letter.waitingSince() + ", "
                        + letter.behind() + " behind it");
                Screen.say("  because of " + letter.reason());
                Screen.say("  " + letter.event().data());
            }
        }
        Screen.say(
                all == 0
                        ? "No dead events."
                        : all + " dead. './commerce events replay ID' tries one again, 'replay --all' all of them.");
    }

    private void replay(List<String> arguments, @Nullable String group) {
        var ids = arguments.equals(List.of("--all"))
                ? services.values().stream()
                        .flatMap(service -> letters(service).stream())
                        .map(DeadLetter::id)
                        .toList()
                : ids(arguments);
        change(ids, (letters, chosen) -> letters.replay(chosen, group), "Will be tried again:");
    }

    private List<EventId> ids(List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Problem(USAGE);
        }
        try {
            return arguments.stream().map(id -> EventId.parse("ID", id)).toList();
        } catch (BadInput wrong) {
            throw new Problem(wrong.getMessage() + "; './commerce events dead' lists them", wrong);
        }
    }

    private void change(List<EventId> ids, BiFunction<DeadLetters, List<EventId>, Mono<Long>> change, String done) {
        long changed = 0;
        for (DeadLetters service : services.values()) {
            changed += Objects.requireNonNullElse(
                    ifThere(change.apply(service, ids)).block(PATIENCE), 0L);
        }
        if (changed == 0 && !ids.isEmpty()) {
            throw new Problem("None of them is dead; './commerce events dead' lists those that are");
        }
        Screen.say(done + " " + changed);
    }

    private static List<DeadLetter> letters(DeadLetters service) {
        return Objects.requireNonNullElse(ifThere(service.all().collectList()).block(PATIENCE), List.of());
    }

    /** A system need not have all services, nor have started all of them once. */
    private static <T> Mono<T> ifThere(Mono<T> work) {
        return work.onErrorComplete(failure -> failure.getCause() instanceof R2dbcException refusal
                ? missing(refusal)
                : failure instanceof R2dbcException refused && missing(refused));
    }

    private static boolean missing(R2dbcException refusal) {
        return NO_SUCH_DATABASE.equals(refusal.getSqlState()) || NO_SUCH_TABLE.equals(refusal.getSqlState());
    }

    private static DeadLetters letters(PostgresAddress postgres, String database) {
        var connections = ConnectionFactories.get(ConnectionFactoryOptions.builder()
                .option(ConnectionFactoryOptions.DRIVER, "postgresql")
                .option(ConnectionFactoryOptions.HOST, postgres.host())
                .option(ConnectionFactoryOptions.PORT, postgres.port())
                .option(ConnectionFactoryOptions.USER, postgres.user())
                .option(ConnectionFactoryOptions.PASSWORD, postgres.password())
                .option(ConnectionFactoryOptions.DATABASE, database)
                .build());
        return new DeadLetters(DatabaseClient.create(connections), Clock.systemUTC());
    }
}
