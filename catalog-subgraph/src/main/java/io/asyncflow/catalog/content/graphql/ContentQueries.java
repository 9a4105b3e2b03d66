package io.asyncflow.catalog.content.graphql;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsEntityFetcher;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import io.asyncflow.catalog.content.Menu;
import io.asyncflow.catalog.content.Menus;
import io.asyncflow.catalog.content.Page;
import io.asyncflow.catalog.content.PageId;
import io.asyncflow.catalog.content.TextPages;
import io.asyncflow.catalog.graphql.Arguments;
import io.asyncflow.catalog.key.Reference;
import io.asyncflow.support.errors.Texts;
import io.asyncflow.support.paging.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Text pages and menus. */
@DgsComponent
public class ContentQueries {

    private final Menus menus;
    private final TextPages pages;

    ContentQueries(Menus menus, TextPages pages) {
        this.menus = menus;
        this.pages = pages;
    }

    @DgsQuery
    public Mono<Menu> menu(@InputArgument String handle) {
        return menus.find(Texts.required("handle", handle, Reference.LONGEST_NAME));
    }

    @DgsQuery
    public CompletableFuture<Page> page(
            @InputArgument @Nullable String id,
            @InputArgument @Nullable String handle,
            DgsDataFetchingEnvironment environment) {
        return load(Reference.exactlyOne(id, handle, PageId::parse), environment);
    }

    @DgsQuery
    public CompletableFuture<Page> pageByHandle(@InputArgument String handle, DgsDataFetchingEnvironment environment) {
        return load(Reference.named("handle", handle), environment);
    }

    @DgsQuery(field = "pages")
    public Mono<Connection<Page>> allPages(DgsDataFetchingEnvironment environment) {
        return pages.list(Arguments.page(environment, Arguments.DEFAULT_PAGE));
    }

    @DgsEntityFetcher(name = "Page")
    public CompletableFuture<Page> pageEntity(
            Map<String, Object> representation, DgsDataFetchingEnvironment environment) {
        return load(Reference.from(representation, "id", PageId::parse), environment);
    }

    private static CompletableFuture<Page> load(Reference<PageId> reference, DgsDataFetchingEnvironment environment) {
        return environment
                .<Reference<PageId>, Page>getDataLoader(PageLoader.class)
                .load(reference);
    }
}
