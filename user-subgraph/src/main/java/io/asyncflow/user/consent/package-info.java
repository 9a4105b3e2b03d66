/** What people have agreed to, when, and to which text. */
@NullMarked
package io.asyncflow.user.consent;

import org.jspecify.annotations.NullMarked;
