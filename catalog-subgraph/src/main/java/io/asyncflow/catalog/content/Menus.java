package io.asyncflow.catalog.content;

import io.asyncflow.catalog.rows.Columns;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;

/** The menus of the storefront. */
@Component
public class Menus {

    private static final TypeReference<List<Menu.Item>> ITEMS = new TypeReference<>() {};

    private final DatabaseClient database;

    Menus(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Menu> find(String handle) {
        String sql = """
                select m.handle, m.items
                  from menu m
                 where m.handle = :handle""";
        return database.sql(sql)
                .bind("handle", handle)
                .map(row -> new Menu(Columns.text(row, "handle"), Columns.json(row, "items", ITEMS)))
                .one();
    }
}
