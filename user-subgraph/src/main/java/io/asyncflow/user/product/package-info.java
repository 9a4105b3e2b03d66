/** What the catalogue sells, as far as we refer to it. */
@NullMarked
package io.asyncflow.user.product;

import org.jspecify.annotations.NullMarked;
