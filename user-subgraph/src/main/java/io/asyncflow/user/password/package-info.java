/** Passwords: what may be one, and how it is kept without being known. */
@NullMarked
package io.asyncflow.user.password;

import org.jspecify.annotations.NullMarked;
