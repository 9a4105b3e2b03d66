/** Content in the graph. */
@NullMarked
package io.asyncflow.catalog.content.graphql;

import org.jspecify.annotations.NullMarked;
