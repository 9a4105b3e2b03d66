@NullMarked
package io.asyncflow.support.redis;

import org.jspecify.annotations.NullMarked;
