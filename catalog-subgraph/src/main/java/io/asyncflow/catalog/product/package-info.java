/** What the shop sells. */
@NullMarked
package io.asyncflow.catalog.product;

import org.jspecify.annotations.NullMarked;
