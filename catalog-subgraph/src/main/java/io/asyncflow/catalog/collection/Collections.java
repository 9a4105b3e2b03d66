package io.asyncflow.catalog.collection;

import io.asyncflow.catalog.collection.CollectionOrder.Listed;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.rows.Where;
import io.asyncflow.catalog.rows.Words;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collections that callers can name, and lists of them all. */
@Component
public class Collections {

    private final DatabaseClient database;

    Collections(DatabaseClient database) {
        this.database = database;
    }

    /** Those of them that exist. */
    public Mono<Map<Reference<CollectionId>, Collection>> find(Set<Reference<CollectionId>> references) {
        String sql = """
                select %s
                  from collection c
                 where c.id = any (:ids) or c.handle = any (:handles)""".formatted(CollectionRow.COLUMNS);
        return database.sql(sql)
                .bind("ids", Reference.ids(references))
                .bind("handles", Reference.names(references))
                .map(CollectionRow::read)
                .all()
                .collectList()
                .map(collections -> Reference.index(collections, Collection::id, Collection::handle));
    }

    public Mono<Connection<Collection>> list(Words words, CollectionOrder order, boolean reverse, PageRequest page) {
        Keyset<Listed> keyset = order.keyset(reverse);
        var where = new Where();
        if (!words.none()) {
            where.and("concat_ws(' ', c.title_en, c.title_ko) ilike all (?)", (Object) words.array());
        }
        String sql = """
                select %s,
                       %s as sort_key
                  from collection c
                 where %s
                   and %s
                 order by %s
                 limit :limit""".formatted(
                CollectionRow.COLUMNS, order.expression(), where.sql(), keyset.where(page), keyset.orderBy(page));
        return keyset.bind(where.bind(database.sql(sql)), page)
                .bind("limit", page.limit())
                .map(Listed::read)
                .all()
                .collectList()
                .map(rows -> keyset.connection(page, rows, null).map(Listed::collection));
    }
}
