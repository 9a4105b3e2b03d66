/** Events on Redis Streams. */
@NullMarked
package io.asyncflow.support.events.redis;

import org.jspecify.annotations.NullMarked;
