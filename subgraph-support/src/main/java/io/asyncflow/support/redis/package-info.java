/** Redis over Lettuce, which may be away. */
@NullMarked
package io.asyncflow.support.redis;

import org.jspecify.annotations.NullMarked;
