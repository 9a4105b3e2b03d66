package io.asyncflow.order.offer;

import static io.asyncflow.support.rows.Columns.required;

import io.asyncflow.support.money.CurrencyCode;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The copy of the catalogue's variants. Rows are never deleted: carts may still hold what the catalogue dropped. */
@Component
class OfferTable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<CurrencyCode, Long>> PRICES = new TypeReference<>() {};

    private final DatabaseClient database;

    OfferTable(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<VariantId, Offer>> find(Collection<VariantId> ids) {
        return database.sql("""
                        select id, product_id, title, cast(prices as text) as prices, available, vanished
                        from variant_offer
                        where id = any(:ids)
                        """)
                .bind("ids", ids.stream().map(VariantId::uuid).toArray(UUID[]::new))
                .map(OfferTable::offer)
                .all()
                .collectMap(Offer::id);
    }

    /**
     * Takes over the products with their variants, except those that are already known in a newer state. A variant that
     * its product does not list any more has vanished. Each product may occur once.
     */
    Mono<Void> store(Collection<CatalogProduct> products) {
        return database.sql("""
                        with product as (
                          select *
                          from jsonb_to_recordset(cast(:products as jsonb))
                            as product (id uuid, ko text, en text, updated timestamptz, variants jsonb)
                        ), listed as (
                          select distinct on (variant.id)
                            variant.id, product.id as product_id, product.ko, product.en, product.updated,
                            variant.title, variant.sku, variant.prices, variant.available
                          from product
                          cross join lateral jsonb_to_recordset(product.variants)
                            as variant (id uuid, sku text, title text, available boolean, prices jsonb)
                          order by variant.id, product.updated desc
                        ), stored as (
                          insert into variant_offer as known
                            (id, product_id, title_ko, title_en, variant_title, sku, prices, available, updated_at)
                          select id, product_id, ko, en, title, sku, prices, available, updated
                          from listed
                          order by id
                          on conflict (id) do update set
                            product_id = excluded.product_id,
                            title_ko = excluded.title_ko,
                            title_en = excluded.title_en,
                            variant_title = excluded.variant_title,
                            sku = excluded.sku,
                            prices = excluded.prices,
                            available = excluded.available,
                            vanished = false,
                            updated_at = excluded.updated_at
                          where known.updated_at < excluded.updated_at
                            or known.vanished and known.updated_at = excluded.updated_at
                        )
                        update variant_offer as known
                        set vanished = true, updated_at = product.updated
                        from product
                        where known.product_id = product.id
                          and known.updated_at < product.updated
                          and not exists (select from listed where listed.id = known.id)
                        """)
                .bind("products", JSON.writeValueAsString(products))
                .then();
    }

    /** What a reading of the whole catalogue did not meet has vanished, unless it came up behind the reader's back. */
    Mono<Void> retireAllBut(Collection<UUID> products, Instant newestChange) {
        return database.sql("""
                        update variant_offer
                        set vanished = true
                        where not vanished and product_id <> all(:products) and updated_at <= :newest
                        """)
                .bind("products", products.toArray(UUID[]::new))
                .bind("newest", newestChange)
                .then();
    }

    private static Offer offer(Readable row) {
        return new Offer(
                new VariantId(required(row, "id", UUID.class)),
                new ProductId(required(row, "product_id", UUID.class)),
                required(row, "title", String.class),
                JSON.readValue(required(row, "prices", String.class), PRICES),
                required(row, "available", Boolean.class),
                required(row, "vanished", Boolean.class));
    }
}
