package io.asyncflow.user.oauth.http;

import io.asyncflow.support.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come on our pages, which their browser keeps for us.
 *
 * @param csrf what our forms carry, and nobody else's
 * @param query the authorization request that it is all about
 * @param signedIn who has signed in; null before that
 */
record Visit(String csrf, String query, @Nullable SignedIn signedIn) {

    /**
     * Somebody who has shown their password.
     *
     * @param credentials the version of their credentials that it was
     */
    record SignedIn(UserId user, int credentials, Instant at) {}
}
