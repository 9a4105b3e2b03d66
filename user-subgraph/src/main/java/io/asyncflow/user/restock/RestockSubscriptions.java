package io.asyncflow.user.restock;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.AccountLock;
import io.asyncflow.user.mail.Occasion;
import io.asyncflow.user.product.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Who wants to be told what. */
@Component
public class RestockSubscriptions {

    /** How many an account may have at a time. */
    public static final int MOST = 100;

    private static final Keyset<RestockSubscription> NEWEST_FIRST = Keyset.<RestockSubscription>ordered("restock")
            .by("subscribed_at", "timestamptz", RestockSubscription::subscribedAt)
            .by("variant_id", "uuid", subscription -> subscription.variant().uuid())
            .reversed(true);

    private final DatabaseClient database;
    private final AccountLock lock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RestockSubscriptions(DatabaseClient database, AccountLock lock, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Subscribing> subscribe(UserId user, VariantId variant) {
        return lock.of(user)
                .then(Mono.defer(() -> insert(user, variant)))
                .then(Mono.defer(() -> exists(user, variant)))
                .map(there -> there ? Subscribing.SUBSCRIBED : Subscribing.TOO_MANY)
                .as(transaction::transactional);
    }

    private Mono<Void> insert(UserId user, VariantId variant) {
        return database.sql("""
                        insert into restock_subscription (user_id, variant_id, subscribed_at)
                        select :user, :variant, :now
                        where (select count(*) from restock_subscription where user_id = :user) < :most
                        on conflict (variant_id, user_id) do nothing""")
                .bind("user", user.uuid())
                .bind("variant", variant.uuid())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .bind("most", MOST)
                .then();
    }

    private Mono<Boolean> exists(UserId user, VariantId variant) {
        return database.sql("""
                        select exists (
                          select from restock_subscription where user_id = :user and variant_id = :variant)""")
                .bind("user", user.uuid())
                .bind("variant", variant.uuid())
                .mapValue(Boolean.class)
                .one();
    }

    /** Takes back a notice, or a letter, as well that has not gone out yet. */
    public Mono<Void> unsubscribe(UserId user, VariantId variant) {
        return database.sql("""
                        with subscription as (
                          delete from restock_subscription where user_id = :user and variant_id = :variant
                        ), notice as (
                          delete from restock_notice where user_id = :user and variant_id = :variant
                        )
                        delete from letter
                        where occasion = :occasion and about = :variant
                          and recipient = (select email from account where id = :user)""")
                .bind("user", user.uuid())
                .bind("variant", variant.uuid())
                .bind("occasion", Occasion.BACK_IN_STOCK.name())
                .then();
    }

    public Mono<Connection<RestockSubscription>> page(UserId user, PageRequest page) {
        var statement = database.sql("""
                        select variant_id, subscribed_at
                        from restock_subscription
                        where user_id = :user and %s
                        order by %s
                        limit :limit""".formatted(NEWEST_FIRST.where(page), NEWEST_FIRST.orderBy(page)))
                .bind("user", user.uuid())
                .bind("limit", page.limit());
        return NEWEST_FIRST
                .bind(statement, page)
                .map(row -> new RestockSubscription(
                        new VariantId(required(row, "variant_id", UUID.class)),
                        required(row, "subscribed_at", Instant.class)))
                .all()
                .collectList()
                .map(rows -> NEWEST_FIRST.connection(page, rows, null));
    }
}
