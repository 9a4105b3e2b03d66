/** What DGS needs to serve a subgraph the way we want it: scalars, batches, limits, error codes. */
@NullMarked
package io.asyncflow.support.graphql;

import org.jspecify.annotations.NullMarked;
