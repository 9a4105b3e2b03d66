/** What is known about sessions, near at hand in Redis. */
@NullMarked
package io.asyncflow.user.session.redis;

import org.jspecify.annotations.NullMarked;
