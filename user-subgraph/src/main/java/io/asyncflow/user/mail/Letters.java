package io.asyncflow.user.mail;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.ids.Uuid7;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The letters that are still to be sent, in PostgreSQL: ordered in the transaction of what they tell. */
@Component
public class Letters {

    private final DatabaseClient database;
    private final Clock clock;

    Letters(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Orders a letter that need not be sent any more after that time. */
    public Mono<Void> order(
            Occasion occasion, String recipient, Language language, @Nullable UUID about, Duration useful) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            var insert = database.sql("""
                            insert into letter
                                (id, occasion, recipient, language, about, ordered_at, useless_at, next_attempt_at)
                            values (:id, :occasion, :recipient, :language, :about, :now, :uselessAt, :now)""")
                    .bind("id", Uuid7.next(clock))
                    .bind("occasion", occasion.name())
                    .bind("recipient", recipient)
                    .bind("language", language.name())
                    .bind("now", now)
                    .bind("uselessAt", now.plus(useful));
            return (about == null ? insert.bindNull("about", UUID.class) : insert.bind("about", about)).then();
        });
    }

    /** Orders of that occasion are void. */
    public Mono<Void> withdraw(Occasion occasion, String recipient) {
        return database.sql("delete from letter where occasion = :occasion and recipient = :recipient")
                .bind("occasion", occasion.name())
                .bind("recipient", recipient)
                .then();
    }

    /** Some that are due. Nobody else gets them for that long. */
    Flux<Letter> claim(int most, Duration time) {
        return Flux.defer(() -> {
            Instant now = clock.instant();
            return database.sql("""
                            update letter
                            set attempts = attempts + 1, next_attempt_at = :until
                            where id in (
                                select id from letter
                                where next_attempt_at <= :now and useless_at > :now
                                order by next_attempt_at
                                limit :most
                                for update skip locked)
                            returning id, occasion, recipient, language, about, attempts""")
                    .bind("now", now)
                    .bind("until", now.plus(time))
                    .bind("most", most)
                    .map(Letters::letter)
                    .all();
        });
    }

    /** The letter is due again some time later, each time twice as long after; unless another has claimed it since. */
    Mono<Void> tryLater(Letter letter) {
        return Mono.defer(() -> database.sql("""
                        update letter
                        set next_attempt_at = cast(:now as timestamptz)
                                + make_interval(secs => least(30 * power(2, attempts - 1), 3600))
                        where id = :id and attempts = :attempts""")
                .bind("now", clock.instant())
                .bind("id", letter.id())
                .bind("attempts", letter.attempt())
                .then());
    }

    Mono<Void> done(Letter letter) {
        return database.sql("delete from letter where id = :id")
                .bind("id", letter.id())
                .then();
    }

    Mono<Long> dropUseless() {
        return Mono.defer(() -> database.sql("delete from letter where useless_at <= :now")
                .bind("now", clock.instant())
                .fetch()
                .rowsUpdated());
    }

    private static Letter letter(Readable row) {
        return new Letter(
                required(row, "id", UUID.class),
                Occasion.valueOf(required(row, "occasion", String.class)),
                required(row, "recipient", String.class),
                Language.valueOf(required(row, "language", String.class)),
                row.get("about", UUID.class),
                required(row, "attempts", Integer.class));
    }
}
