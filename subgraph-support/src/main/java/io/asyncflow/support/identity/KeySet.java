package io.asyncflow.support.identity;

import com.nimbusds.jose.jwk.JWKSet;
import reactor.core.publisher.Mono;

/** The public keys that access tokens may be signed with. */
public interface KeySet {

    /** The keys as last known. */
    Mono<JWKSet> current();

    /** The keys as they are now, asked for because a token names one that was not known; never more than once a while. */
    Mono<JWKSet> refreshed();
}
