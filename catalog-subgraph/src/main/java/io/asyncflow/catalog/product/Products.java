package io.asyncflow.catalog.product;

import io.asyncflow.catalog.key.Reference;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The products that callers can name. */
@Component
public class Products {

    private final DatabaseClient database;

    Products(DatabaseClient database) {
        this.database = database;
    }

    /** Those of them that exist. */
    public Mono<Map<Reference<ProductId>, Product>> find(Set<Reference<ProductId>> references) {
        String sql = """
                select %s
                  from product p
                 where p.id = any (:ids) or p.handle = any (:handles)""".formatted(ProductRow.COLUMNS);
        return database.sql(sql)
                .bind("ids", Reference.ids(references))
                .bind("handles", Reference.names(references))
                .map(ProductRow::read)
                .all()
                .collectList()
                .map(products -> Reference.index(products, Product::id, Product::handle));
    }
}
