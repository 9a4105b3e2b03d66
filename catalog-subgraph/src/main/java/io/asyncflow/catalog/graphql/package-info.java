/** What the features' GraphQL adapters share. */
@NullMarked
package io.asyncflow.catalog.graphql;

import org.jspecify.annotations.NullMarked;
