package io.asyncflow.catalog.product.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.asyncflow.catalog.graphql.Arguments;
import io.asyncflow.catalog.product.ProductFilter;
import io.asyncflow.catalog.product.ProductListing;
import io.asyncflow.catalog.product.ProductOrder;
import io.asyncflow.catalog.rows.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads from a field's arguments which products it should list. */
public final class Listings {

    private Listings() {}

    static ProductListing ofShop(@Nullable List<ProductFilter> filters, DataFetchingEnvironment environment) {
        var words = Words.of(environment.getArgument("query"));
        var order = switch (Arguments.choice(environment, "sortKey", ProductSortKeys.RELEVANCE)) {
            case RELEVANCE -> ProductOrder.relevance(!words.none());
            case TITLE -> ProductOrder.title(Arguments.language(environment));
            case PRICE -> ProductOrder.price(Arguments.currency(environment));
            case VENDOR -> ProductOrder.VENDOR;
            case CREATED_AT -> ProductOrder.CREATED;
            case UPDATED_AT -> ProductOrder.UPDATED;
            case ID -> ProductOrder.ID;
        };
        return listing(words, filters, order, environment);
    }

    public static ProductListing ofCollection(
            @Nullable List<ProductFilter> filters, DataFetchingEnvironment environment) {
        var order = switch (Arguments.choice(environment, "sortKey", ProductCollectionSortKeys.COLLECTION_DEFAULT)) {
            case COLLECTION_DEFAULT, MANUAL, RELEVANCE -> ProductOrder.MANUAL;
            case TITLE -> ProductOrder.title(Arguments.language(environment));
            case PRICE -> ProductOrder.price(Arguments.currency(environment));
            case CREATED -> ProductOrder.CREATED;
            case ID -> ProductOrder.ID;
        };
        return listing(Words.of(null), filters, order, environment);
    }

    private static ProductListing listing(
            Words words,
            @Nullable List<ProductFilter> filters,
            ProductOrder order,
            DataFetchingEnvironment environment) {
        return new ProductListing(
                words,
                filters == null ? List.of() : filters,
                order,
                Arguments.reverse(environment),
                Arguments.page(environment, Arguments.DEFAULT_PAGE),
                environment.getSelectionSet().contains("totalCount"));
    }
}
