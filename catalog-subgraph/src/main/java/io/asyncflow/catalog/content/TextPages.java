package io.asyncflow.catalog.content;

import io.asyncflow.catalog.key.Reference;
import io.asyncflow.catalog.rows.Columns;
import io.asyncflow.support.paging.Connection;
import io.asyncflow.support.paging.Keyset;
import io.asyncflow.support.paging.PageRequest;
import io.r2dbc.spi.Readable;
import java.util.Map;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The text pages that callers can name, and the list of them all. */
@Component
public class TextPages {

    private static final Keyset<Page> ORDER = Keyset.<Page>ordered("PAGES").by("g.handle", "text", Page::handle);

    private static final String COLUMNS = """
            g.id, g.handle, g.title_en, g.title_ko, g.body_en, g.body_ko, g.seo, g.created_at, g.updated_at""";

    private final DatabaseClient database;

    TextPages(DatabaseClient database) {
        this.database = database;
    }

    /** Those of them that exist. */
    public Mono<Map<Reference<PageId>, Page>> find(Set<Reference<PageId>> references) {
        String sql = """
                select %s
                  from page g
                 where g.id = any (:ids) or g.handle = any (:handles)""".formatted(COLUMNS);
        return database.sql(sql)
                .bind("ids", Reference.ids(references))
                .bind("handles", Reference.names(references))
                .map(TextPages::read)
                .all()
                .collectList()
                .map(pages -> Reference.index(pages, Page::id, Page::handle));
    }

    public Mono<Connection<Page>> list(PageRequest page) {
        String sql = """
                select %s
                  from page g
                 where %s
                 order by %s
                 limit :limit""".formatted(COLUMNS, ORDER.where(page), ORDER.orderBy(page));
        return ORDER.bind(database.sql(sql), page)
                .bind("limit", page.limit())
                .map(TextPages::read)
                .all()
                .collectList()
                .map(rows -> ORDER.connection(page, rows, null));
    }

    private static Page read(Readable row) {
        return new Page(
                new PageId(Columns.uuid(row, "id")),
                Columns.text(row, "handle"),
                Columns.localized(row, "title"),
                Columns.localized(row, "body"),
                Columns.seo(row),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
