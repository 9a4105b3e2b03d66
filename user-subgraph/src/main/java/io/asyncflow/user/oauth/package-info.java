/** OAuth 2.0 and OpenID Connect: programs that act for themselves or, with an owner's consent, for an account. */
@NullMarked
package io.asyncflow.user.oauth;

import org.jspecify.annotations.NullMarked;
