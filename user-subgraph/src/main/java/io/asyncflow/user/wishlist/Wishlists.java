package io.asyncflow.user.wishlist;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.asyncflow.user.AccountLock;
import io.asyncflow.user.product.ProductId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** All wishlists, in PostgreSQL. */
@Component
public class Wishlists {

    /** How many products one may hold. */
    public static final int LONGEST = 1000;

    private static final Keyset<WishlistItem> NEWEST_FIRST = Keyset.<WishlistItem>ordered("wishlist")
            .by("added_at", "timestamptz", WishlistItem::addedAt)
            .by("product_id", "uuid", item -> item.product().uuid())
            .reversed(true);

    private final DatabaseClient database;
    private final AccountLock lock;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Wishlists(DatabaseClient database, AccountLock lock, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    public Mono<Addition> add(UserId user, ProductId product) {
        return lock.of(user)
                .then(Mono.defer(() -> insert(user, product)))
                .then(Mono.defer(() -> contained(user, Set.of(product))))
                .map(there -> there.isEmpty() ? Addition.FULL : Addition.THERE)
                .as(transaction::transactional);
    }

    private Mono<Void> insert(UserId user, ProductId product) {
        return database.sql("""
                        insert into wishlist_item (user_id, product_id, added_at)
                        select :user, :product, :now
                        where (select count(*) from wishlist_item where user_id = :user) < :longest
                        on conflict (user_id, product_id) do nothing""")
                .bind("user", user.uuid())
                .bind("product", product.uuid())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .bind("longest", LONGEST)
                .then();
    }

    public Mono<Void> remove(UserId user, ProductId product) {
        return database.sql("delete from wishlist_item where user_id = :user and product_id = :product")
                .bind("user", user.uuid())
                .bind("product", product.uuid())
                .then();
    }

    /** Which of the products are in there, in one statement. */
    public Mono<Set<ProductId>> contained(UserId user, Collection<ProductId> products) {
        return database.sql("""
                        select product_id
                        from wishlist_item
                        where user_id = :user and product_id = any(:products)""")
                .bind("user", user.uuid())
                .bind("products", products.stream().map(ProductId::uuid).toArray(UUID[]::new))
                .map(row -> new ProductId(required(row, "product_id", UUID.class)))
                .all()
                .collect(Collectors.toSet());
    }

    public Mono<Connection<WishlistItem>> page(UserId user, PageRequest page) {
        var statement = database.sql("""
                        select product_id, added_at
                        from wishlist_item
                        where user_id = :user and %s
                        order by %s
                        limit :limit""".formatted(NEWEST_FIRST.where(page), NEWEST_FIRST.orderBy(page)))
                .bind("user", user.uuid())
                .bind("limit", page.limit());
        return NEWEST_FIRST
                .bind(statement, page)
                .map(row -> new WishlistItem(
                        new ProductId(required(row, "product_id", UUID.class)),
                        required(row, "added_at", Instant.class)))
                .all()
                .collectList()
                .map(rows -> NEWEST_FIRST.connection(page, rows, null));
    }
}
