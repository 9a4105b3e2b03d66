package io.asyncflow.catalog.product;

import io.asyncflow.catalog.product.ProductOrder.Listed;
import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.catalog.rows.Pages;
import io.asyncflow.support.paging.Connection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of all the products that the shop has. */
@Component
public class ShopProducts {

    private final DatabaseClient database;

    ShopProducts(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Connection<Product>> list(ProductListing listing) {
        return listing.counted() ? Mono.zip(page(listing), count(listing), Pages::counted) : page(listing);
    }

    private Mono<Connection<Product>> page(ProductListing listing) {
        var where = listing.where();
        var page = listing.page();
        var order = listing.keyset();
        String sql = """
                select %s,
                       %s as sort_key
                  from product p
                 where %s
                   and %s
                 order by %s
                 limit :limit""".formatted(
                ProductRow.COLUMNS, listing.order().expression(), where.sql(), order.where(page), order.orderBy(page));
        return order.bind(where.bind(database.sql(sql)), page)
                .bind("limit", page.limit())
                .map(Listed::read)
                .all()
                .collectList()
                .map(rows -> order.connection(page, rows, null).map(Listed::product));
    }

    private Mono<Long> count(ProductListing listing) {
        var where = listing.where();
        String sql = """
                select count(*) as total
                  from product p
                 where %s""".formatted(where.sql());
        return where.bind(database.sql(sql))
                .map(row -> Columns.required(row, "total", Long.class))
                .one();
    }
}
