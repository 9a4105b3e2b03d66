package io.asyncflow.catalog.product.graphql;

/** What clients can sort the shop's products by. */
enum ProductSortKeys {
    RELEVANCE,
    TITLE,
    PRICE,
    VENDOR,
    CREATED_AT,
    UPDATED_AT,
    ID
}
