/** Wishlists in the graph. */
@NullMarked
package io.asyncflow.user.wishlist.graphql;

import org.jspecify.annotations.NullMarked;
