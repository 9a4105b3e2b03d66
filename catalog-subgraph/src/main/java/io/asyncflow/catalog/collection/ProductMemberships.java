package io.asyncflow.catalog.collection;

import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.catalog.rows.Pages;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collections that products are in. */
@Component
public class ProductMemberships {

    private static final Keyset<Collection> ORDER =
            Keyset.<Collection>ordered("MEMBERSHIPS").by("c.handle", "text", Collection::handle);

    private final DatabaseClient database;

    ProductMemberships(DatabaseClient database) {
        this.database = database;
    }

    /** The same page of the collections of each of the products. */
    public Mono<Map<UUID, Connection<Collection>>> of(PageRequest page, UUID[] products) {
        String sql = """
                select listed.*
                  from unnest(:products) as wanted (id)
                 cross join lateral (
                   select cp.product_id,
                          %s
                     from collection_product cp
                     join collection c on c.id = cp.collection_id
                    where cp.product_id = wanted.id
                      and %s
                    order by %s
                    limit :limit) as listed
                 order by listed.product_id, listed.handle""".formatted(CollectionRow.COLUMNS, ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("products", products)
                .bind("limit", page.limit())
                .map(row -> new Pages.Row<>(Columns.uuid(row, "product_id"), CollectionRow.read(row)))
                .all()
                .collectList()
                .map(rows -> Pages.perParent(products, ORDER, page, rows, collection -> collection));
    }
}
