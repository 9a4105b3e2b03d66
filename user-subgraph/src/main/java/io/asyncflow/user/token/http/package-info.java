/** The public keys, for everybody who verifies tokens. */
@NullMarked
package io.asyncflow.user.token.http;

import org.jspecify.annotations.NullMarked;
