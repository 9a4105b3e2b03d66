package io.asyncflow.catalog.product.graphql;

/** What clients can sort a collection's products by. */
enum ProductCollectionSortKeys {
    COLLECTION_DEFAULT,
    MANUAL,
    RELEVANCE,
    TITLE,
    PRICE,
    CREATED,
    ID
}
