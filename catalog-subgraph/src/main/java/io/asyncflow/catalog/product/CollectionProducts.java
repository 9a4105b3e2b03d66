package io.asyncflow.catalog.product;

import io.asyncflow.catalog.product.ProductOrder.Listed;
import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.catalog.rows.Pages;
import io.asyncflow.support.paging.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The products of many collections, listed in the same way. */
@Component
public class CollectionProducts {

    private final DatabaseClient database;

    CollectionProducts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Map<UUID, Connection<Product>>> list(ProductListing listing, UUID[] collections) {
        return listing.counted()
                ? Mono.zip(pages(listing, collections), counts(listing, collections), CollectionProducts::counted)
                : pages(listing, collections);
    }

    private Mono<Map<UUID, Connection<Product>>> pages(ProductListing listing, UUID[] collections) {
        var where = listing.where();
        var page = listing.page();
        var order = listing.keyset();
        String sql = """
                select listed.*
                  from unnest(:collections) as wanted (id)
                 cross join lateral (
                   select cp.collection_id,
                          %1$s,
                          %2$s as sort_key,
                          row_number() over (order by %5$s) as place
                     from collection_product cp
                     join product p on p.id = cp.product_id
                    where cp.collection_id = wanted.id
                      and %3$s
                      and %4$s
                    order by %5$s
                    limit :limit) as listed
                 order by listed.collection_id, listed.place""".formatted(
                ProductRow.COLUMNS, listing.order().expression(), where.sql(), order.where(page), order.orderBy(page));
        return order.bind(where.bind(database.sql(sql)), page)
                .bind("collections", collections)
                .bind("limit", page.limit())
                .map(row -> new Pages.Row<>(Columns.uuid(row, "collection_id"), Listed.read(row)))
                .all()
                .collectList()
                .map(rows -> Pages.perParent(collections, order, page, rows, Listed::product));
    }

    private Mono<Map<UUID, Long>> counts(ProductListing listing, UUID[] collections) {
        var where = listing.where();
        String sql = """
                select cp.collection_id, count(*) as total
                  from collection_product cp
                  join product p on p.id = cp.product_id
                 where cp.collection_id = any (:collections)
                   and %s
                 group by cp.collection_id""".formatted(where.sql());
        return where.bind(database.sql(sql))
                .bind("collections", collections)
                .map(row -> Map.entry(Columns.uuid(row, "collection_id"), Columns.required(row, "total", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<UUID, Connection<Product>> counted(
            Map<UUID, Connection<Product>> pages, Map<UUID, Long> totals) {
        var counted = new HashMap<UUID, Connection<Product>>();
        pages.forEach((id, page) -> counted.put(id, Pages.counted(page, totals.getOrDefault(id, 0L))));
        return counted;
    }
}
