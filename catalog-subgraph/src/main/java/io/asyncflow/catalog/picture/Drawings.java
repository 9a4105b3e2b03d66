package io.asyncflow.catalog.picture;

import io.asyncflow.catalog.rows.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The drawings that the shop has. */
@Component
public class Drawings {

    private final DatabaseClient database;

    Drawings(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Drawing> find(String handle) {
        String sql = """
                select d.title, d.shape, d.colour, d.scene
                  from drawing d
                 where d.handle = :handle""";
        return database.sql(sql)
                .bind("handle", handle)
                .map(row -> new Drawing(
                        Columns.text(row, "title"),
                        Shape.valueOf(Columns.text(row, "shape")),
                        Colour.of(Columns.text(row, "colour")),
                        Columns.number(row, "scene")))
                .one();
    }
}
