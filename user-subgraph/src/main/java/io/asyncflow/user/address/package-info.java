/** Addresses: where people want their parcels, and which one unless they say otherwise. */
@NullMarked
package io.asyncflow.user.address;

import org.jspecify.annotations.NullMarked;
