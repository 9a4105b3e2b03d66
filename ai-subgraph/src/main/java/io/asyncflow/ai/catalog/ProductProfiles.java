package io.asyncflow.ai.catalog;

import static io.asyncflow.support.rows.Columns.required;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** The profiles that we keep. */
@Component
public class ProductProfiles {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Row(UUID id, Instant updatedAt, ProductProfile profile) {}

    private final DatabaseClient database;
    private final Clock clock;

    ProductProfiles(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of them, in no particular order, on a thread that may be kept busy. */
    public Flux<ProductProfile> all() {
        return database.sql("select cast(profile as text) as profile from product_profile")
                .map(row -> required(row, "profile", String.class))
                .all()
                // To read thousands of them takes longer than an event loop may be held up.
                .publishOn(Schedulers.boundedElastic())
                .map(profile -> JSON.readValue(profile, ProductProfile.class));
    }

    /** The type of each of these products that is known. */
    public Mono<Map<ProductId, String>> types(Collection<ProductId> products) {
        return database.sql("""
                        select id, profile ->> 'productType' as product_type
                        from product_profile
                        where id = any(:ids)
                        """)
                .bind("ids", products.stream().map(ProductId::uuid).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new ProductId(required(row, "id", UUID.class)), required(row, "product_type", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** A name for the present state of all profiles together. */
    public Mono<UUID> version() {
        return database.sql("select version from catalog_sync")
                .map(row -> required(row, "version", UUID.class))
                .one();
    }

    /** Writes those that say something new. An older state of a product never replaces a newer one. */
    Mono<Void> keep(List<ProductNode> nodes) {
        var rows = nodes.stream()
                .map(node -> new Row(node.profile().id().uuid(), node.updatedAt(), node.profile()))
                .toList();
        return database.sql("""
                        with page as (
                            select distinct on (id) id, updated_at, profile
                            from (
                                select cast(item ->> 'id' as uuid) as id,
                                       cast(item ->> 'updatedAt' as timestamptz) as updated_at,
                                       item -> 'profile' as profile
                                from jsonb_array_elements(cast(:rows as jsonb)) as item
                            ) items
                            order by id, updated_at desc
                        ), changed as (
                            insert into product_profile as known (id, updated_at, read_at, profile)
                            select id, updated_at, :now, profile from page
                            on conflict (id) do update
                            set updated_at = excluded.updated_at, read_at = excluded.read_at, profile = excluded.profile
                            where known.updated_at <= excluded.updated_at and known.profile <> excluded.profile
                            returning id
                        )
                        update catalog_sync set version = gen_random_uuid() where exists (select id from changed)
                        """)
                .bind("rows", JSON.writeValueAsString(rows))
                .bind("now", clock.instant())
                .then();
    }

    /** Drops all others, except what was written after that time. */
    Mono<Void> keepOnly(Collection<ProductId> products, Instant writtenUntil) {
        return database.sql("""
                        with gone as (
                            delete from product_profile
                            where not id = any(:ids) and read_at < :writtenUntil
                            returning id
                        )
                        update catalog_sync set version = gen_random_uuid() where exists (select id from gone)
                        """)
                .bind("ids", products.stream().map(ProductId::uuid).toArray(UUID[]::new))
                .bind("writtenUntil", writtenUntil)
                .then();
    }
}
