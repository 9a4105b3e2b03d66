/** The endpoints and pages of OAuth 2.0 and OpenID Connect. */
@NullMarked
package io.asyncflow.user.oauth.http;

import org.jspecify.annotations.NullMarked;
