package io.asyncflow.user.wishlist;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import io.asyncflow.user.product.ProductId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody wants to find again. */
@Component
class WishlistData implements PersonalData {

    private final DatabaseClient database;

    WishlistData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "wishlist";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select product_id, added_at
                        from wishlist_item
                        where user_id = :user
                        order by added_at, product_id""")
                .bind("user", user.uuid())
                .map(row -> Map.<String, Object>of(
                        "product", new ProductId(required(row, "product_id", UUID.class)).toString(),
                        "addedAt", required(row, "added_at", Instant.class).toString()))
                .all()
                .collectList()
                .map(all -> Map.of("products", all));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return database.sql("delete from wishlist_item where user_id = :user")
                .bind("user", user.uuid())
                .then();
    }
}
