@NullMarked
package io.asyncflow.ai;

import org.jspecify.annotations.NullMarked;
