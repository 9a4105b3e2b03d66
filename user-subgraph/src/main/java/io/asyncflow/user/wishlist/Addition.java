package io.asyncflow.user.wishlist;

/** How putting something into a wishlist went. */
public enum Addition {
    /** It is in there, now or since before. */
    THERE,
    /** There is no room for more. */
    FULL
}
