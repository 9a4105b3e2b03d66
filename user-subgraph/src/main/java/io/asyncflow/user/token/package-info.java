/** Access tokens, and the key that they are signed with. */
@NullMarked
package io.asyncflow.user.token;

import org.jspecify.annotations.NullMarked;
