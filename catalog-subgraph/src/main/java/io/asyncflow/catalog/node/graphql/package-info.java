/** Anything by its global id. */
@NullMarked
package io.asyncflow.catalog.node.graphql;

import org.jspecify.annotations.NullMarked;
