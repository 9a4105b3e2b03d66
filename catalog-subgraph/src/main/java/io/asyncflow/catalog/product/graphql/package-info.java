/** Products in the graph. */
@NullMarked
package io.asyncflow.catalog.product.graphql;

import org.jspecify.annotations.NullMarked;
