package io.asyncflow.user.restock;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.product.VariantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends the notices that wait, one after the other; each replica takes those that no other is at. One that cannot be
 * sent is tried again, later each time. Who could not be told in time goes on waiting for the next time.
 */
@Component
class RestockDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(RestockDelivery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

    /** Later it is probably sold out again. */
    private static final Duration WORTH_TELLING = Duration.ofDays(1);

    private record Waiting(RestockNotice notice, int failures) {}

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final RestockNotices notices;
    private final Clock clock;

    RestockDelivery(DatabaseClient database, TransactionalOperator transaction, RestockNotices notices, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.notices = notices;
        this.clock = clock;
    }

    Mono<Void> run() {
        return takeBack()
                .thenMany(Mono.defer(this::next).repeat().takeWhile(sent -> sent))
                .then();
    }

    /** Turns what is not worth telling any more into subscriptions again. */
    private Mono<Void> takeBack() {
        return database.sql("""
                        with old as (
                          delete from restock_notice where created_at <= :oldest returning user_id, variant_id, created_at
                        )
                        insert into restock_subscription (user_id, variant_id, subscribed_at)
                        select user_id, variant_id, created_at
                        from old
                        on conflict (variant_id, user_id) do nothing""").bind("oldest", now().minus(WORTH_TELLING)).then();
    }

    /** Whether there was one. */
    private Mono<Boolean> next() {
        return claimed()
                .flatMap(waiting -> transaction
                        .transactional(sent(waiting)
                                .filter(ours -> ours)
                                .flatMap(_ -> notices.send(waiting.notice()).timeout(PATIENCE)))
                        .onErrorResume(failure -> postponed(waiting, failure))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Nobody else takes it before that attempt should be over; if we die in it, somebody does afterwards. */
    private Mono<Waiting> claimed() {
        Instant now = now();
        return database.sql("""
                        update restock_notice set due_at = :again
                        where id = (
                          select id from restock_notice
                          where due_at <= :now
                          order by due_at
                          limit 1
                          for update skip locked)
                        returning id, user_id, variant_id, created_at, failures""")
                .bind("now", now)
                .bind("again", now.plus(PATIENCE.multipliedBy(3)))
                .map(row -> waiting(row, now))
                .one();
    }

    /** Whether nobody else has sent it, and nobody has taken it back. */
    private Mono<Boolean> sent(Waiting waiting) {
        return database.sql("delete from restock_notice where id = :id")
                .bind("id", waiting.notice().id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Mono<Void> postponed(Waiting waiting, Throwable failure) {
        LOG.warn("The notice {} could not be sent: {}", waiting.notice().id(), failure.toString());
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(waiting.failures(), MOST_DOUBLINGS));
        return database.sql("update restock_notice set failures = failures + 1, due_at = :due where id = :id")
                .bind("due", now().plus(pause))
                .bind("id", waiting.notice().id())
                .then();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Waiting waiting(Readable row, Instant now) {
        var notice = new RestockNotice(
                required(row, "id", UUID.class),
                new UserId(required(row, "user_id", UUID.class)),
                new VariantId(required(row, "variant_id", UUID.class)),
                Duration.between(now, required(row, "created_at", Instant.class).plus(WORTH_TELLING)));
        return new Waiting(notice, required(row, "failures", Integer.class));
    }
}
