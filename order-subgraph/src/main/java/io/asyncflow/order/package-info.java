@NullMarked
package io.asyncflow.order;

import org.jspecify.annotations.NullMarked;
