package io.asyncflow.user.restock;

import io.asyncflow.support.events.Event;
import io.asyncflow.support.events.EventHandler;
import io.asyncflow.user.product.VariantId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Turns the subscriptions to what is there again into notices: each subscription into one, and then it is over. */
@Component
class RestockHandler implements EventHandler {

    private final DatabaseClient database;
    private final Clock clock;

    RestockHandler(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String group() {
        return "user-restock";
    }

    @Override
    public Set<String> types() {
        return Set.of(StockReplenished.TYPE.name());
    }

    @Override
    public Mono<Void> handle(Event event) {
        StockReplenished stock = event.read(StockReplenished.TYPE);
        return stock.available() > 0
                ? notify(VariantId.parse("variantId", stock.variantId()), event.at())
                : Mono.empty();
    }

    private Mono<Void> notify(VariantId variant, Instant since) {
        return database.sql("""
                        with ended as (
                          delete from restock_subscription where variant_id = :variant returning user_id
                        )
                        insert into restock_notice (id, user_id, variant_id, created_at, due_at)
                        select gen_random_uuid(), user_id, :variant, :since, :now
                        from ended""")
                .bind("variant", variant.uuid())
                .bind("since", since)
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .then();
    }
}
