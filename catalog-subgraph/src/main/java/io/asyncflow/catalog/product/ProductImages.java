package io.asyncflow.catalog.product;

import io.asyncflow.catalog.picture.Image;
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

/** The pictures of products. */
@Component
public class ProductImages {

    private static final Keyset<ImageRow> ORDER = Keyset.<ImageRow>ordered("IMAGES")
            .by("i.position", "int", ImageRow::position)
            .by("i.id", "uuid", ImageRow::id);

    private final DatabaseClient database;

    ProductImages(DatabaseClient database) {
        this.database = database;
    }

    /** The same page of the pictures of each of the products. */
    public Mono<Map<UUID, Connection<Image>>> of(PageRequest page, UUID[] products) {
        String sql = """
                select listed.*
                  from unnest(:products) as wanted (id)
                 cross join lateral (
                   select i.id, i.product_id, i.position, i.path, i.alt_text_en, i.alt_text_ko, i.width, i.height
                     from product_image i
                    where i.product_id = wanted.id
                      and %s
                    order by %s
                    limit :limit) as listed
                 order by listed.product_id, listed.position, listed.id""".formatted(ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("products", products)
                .bind("limit", page.limit())
                .map(row -> new Pages.Row<>(Columns.uuid(row, "product_id"), ImageRow.read(row)))
                .all()
                .collectList()
                .map(rows -> Pages.perParent(products, ORDER, page, rows, ImageRow::image));
    }
}
