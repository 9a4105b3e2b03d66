/** Sessions: what begins with a sign-in, is kept up by refresh tokens, and ends at once everywhere. */
@NullMarked
package io.asyncflow.user.session;

import org.jspecify.annotations.NullMarked;
