/** Amounts in the currencies of the shop. */
@NullMarked
package io.asyncflow.catalog.price;

import org.jspecify.annotations.NullMarked;
