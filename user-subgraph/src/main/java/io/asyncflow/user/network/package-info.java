/** Where requests come from. */
@NullMarked
package io.asyncflow.user.network;

import org.jspecify.annotations.NullMarked;
