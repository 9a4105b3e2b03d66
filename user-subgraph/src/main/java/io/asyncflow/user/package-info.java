@NullMarked
package io.asyncflow.user;

import org.jspecify.annotations.NullMarked;
