package io.asyncflow.user.restock;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.product.VariantId;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Sends the notices that wait, one after the other; each replica takes those that no other is at. One that cannot be
 * sent is tried again, later each time.
 */
@Component
class RestockDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(RestockDelivery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 10;

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
        return Mono.defer(this::next).repeat().takeWhile(sent -> sent).then();
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
                          where sent_at is null and due_at <= :now
                          order by due_at
                          limit 1
                          for update skip locked)
                        returning id, user_id, variant_id, failures""")
                .bind("now", now)
                .bind("again", now.plus(PATIENCE.multipliedBy(3)))
                .map(RestockDelivery::waiting)
                .one();
    }

    /** Whether nobody else has sent it, and nobody has taken it back. */
    private Mono<Boolean> sent(Waiting waiting) {
        return database.sql("update restock_notice set sent_at = :now where id = :id and sent_at is null")
                .bind("now", now())
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

    private static Waiting waiting(Readable row) {
        var notice = new RestockNotice(
                value(row, "id", UUID.class),
                new UserId(value(row, "user_id", UUID.class)),
                new VariantId(value(row, "variant_id", UUID.class)));
        return new Waiting(notice, value(row, "failures", Integer.class));
    }

    private static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
