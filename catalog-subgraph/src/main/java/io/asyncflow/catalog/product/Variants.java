package io.asyncflow.catalog.product;

import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.rows.Pages;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Variants: those that callers can name, and those of products. */
@Component
public class Variants {

    private static final Keyset<ProductVariant> ORDER = Keyset.<ProductVariant>ordered("VARIANTS")
            .by("v.position", "int", ProductVariant::position)
            .by("v.id", "uuid", variant -> variant.id().uuid());

    private final DatabaseClient database;

    Variants(DatabaseClient database) {
        this.database = database;
    }

    /** Those of them that exist. */
    public Mono<Map<Reference<VariantId>, ProductVariant>> find(Set<Reference<VariantId>> references) {
        String sql = """
                select %s
                  from product_variant v
                  left join product_image i on i.id = v.image_id
                 where v.id = any (:ids) or v.sku = any (:skus)""".formatted(VariantRow.COLUMNS);
        return database.sql(sql)
                .bind("ids", Reference.ids(references))
                .bind("skus", Reference.names(references))
                .map(VariantRow::read)
                .all()
                .collectList()
                .map(variants -> Reference.index(variants, ProductVariant::id, ProductVariant::sku));
    }

    /** The same page of the variants of each of the products. */
    public Mono<Map<UUID, Connection<ProductVariant>>> of(PageRequest page, UUID[] products) {
        String sql = """
                select listed.*
                  from unnest(:products) as wanted (id)
                 cross join lateral (
                   select %s
                     from product_variant v
                     left join product_image i on i.id = v.image_id
                    where v.product_id = wanted.id
                      and %s
                    order by %s
                    limit :limit) as listed
                 order by listed.product_id, listed.position, listed.id""".formatted(VariantRow.COLUMNS, ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("products", products)
                .bind("limit", page.limit())
                .map(VariantRow::read)
                .all()
                .map(variant -> new Pages.Row<>(variant.productId().uuid(), variant))
                .collectList()
                .map(rows -> Pages.perParent(products, ORDER, page, rows, variant -> variant));
    }
}
