/** What the shop sells now, as the order service knows it: a copy of the catalogue's variants that follows the catalogue. */
@NullMarked
package io.asyncflow.order.offer;

import org.jspecify.annotations.NullMarked;
