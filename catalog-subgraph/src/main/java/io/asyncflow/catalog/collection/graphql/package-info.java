/** Collections in the graph. */
@NullMarked
package io.asyncflow.catalog.collection.graphql;

import org.jspecify.annotations.NullMarked;
