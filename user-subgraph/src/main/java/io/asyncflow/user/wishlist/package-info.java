/** Wishlists: the products that somebody wants to find again. */
@NullMarked
package io.asyncflow.user.wishlist;

import org.jspecify.annotations.NullMarked;
