package io.asyncflow.user.restock;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.personal.PersonalData;
import io.asyncflow.user.product.VariantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody waits for or is about to be told of. */
@Component
class RestockData implements PersonalData {

    private final DatabaseClient database;

    RestockData(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String section() {
        return "restock";
    }

    @Override
    public Mono<Map<String, Object>> export(UserId user) {
        return database.sql("""
                        select variant_id, subscribed_at as at, 'SUBSCRIBED' as state
                        from restock_subscription
                        where user_id = :user
                        union all
                        select variant_id, created_at, 'BACK'
                        from restock_notice
                        where user_id = :user
                        order by at""")
                .bind("user", user.uuid())
                .map(row -> Map.<String, Object>of(
                        "variant", new VariantId(required(row, "variant_id", UUID.class)).toString(),
                        "at", required(row, "at", Instant.class).toString(),
                        "state", required(row, "state", String.class)))
                .all()
                .collectList()
                .map(all -> Map.of("variants", all));
    }

    @Override
    public Mono<Void> erase(UserId user) {
        return database.sql(
                        "with told as (delete from restock_notice where user_id = :user) delete from restock_subscription where user_id = :user")
                .bind("user", user.uuid())
                .then();
    }
}
