/** What this subgraph knows of the catalogue: profiles of its products, followed over HTTP and kept in our database. */
@NullMarked
package io.asyncflow.ai.catalog;

import org.jspecify.annotations.NullMarked;
