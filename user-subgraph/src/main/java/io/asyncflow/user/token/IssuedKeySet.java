package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.JWKSet;
import io.asyncflow.support.identity.KeySet;
import reactor.core.publisher.Mono;

/** The public half of our own signing key: the issuer need not ask over the network what it knows. */
final class IssuedKeySet implements KeySet {

    private final Mono<JWKSet> keys;

    IssuedKeySet(SigningKey signingKey) {
        this.keys = signingKey.get().map(key -> new JWKSet(key.toPublicJWK()));
    }

    @Override
    public Mono<JWKSet> current() {
        return keys;
    }

    @Override
    public Mono<JWKSet> refreshed() {
        return keys;
    }
}
