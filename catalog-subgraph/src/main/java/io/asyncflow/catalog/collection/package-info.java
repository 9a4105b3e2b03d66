/** Products that the shop shows together. */
@NullMarked
package io.asyncflow.catalog.collection;

import org.jspecify.annotations.NullMarked;
