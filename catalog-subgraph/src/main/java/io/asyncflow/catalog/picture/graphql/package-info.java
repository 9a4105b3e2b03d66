/** Pictures in the graph. */
@NullMarked
package io.asyncflow.catalog.picture.graphql;

import org.jspecify.annotations.NullMarked;
