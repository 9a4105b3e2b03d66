/** Exact money in minor units. */
@NullMarked
package io.asyncflow.support.money;

import org.jspecify.annotations.NullMarked;
