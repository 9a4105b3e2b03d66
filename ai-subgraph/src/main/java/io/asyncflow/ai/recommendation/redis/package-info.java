/** Recommendations kept in Redis. */
@NullMarked
package io.asyncflow.ai.recommendation.redis;

import org.jspecify.annotations.NullMarked;
