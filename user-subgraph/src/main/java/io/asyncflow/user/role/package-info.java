/** Who may do what, and who has changed it. */
@NullMarked
package io.asyncflow.user.role;

import org.jspecify.annotations.NullMarked;
