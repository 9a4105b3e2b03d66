package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.ECKey;
import io.asyncflow.service.WrongSetting;
import reactor.core.publisher.Mono;

/** The key that the operator brings. */
final class ConfiguredSigningKey implements SigningKey {

    private final ECKey key;

    @SuppressWarnings("UnusedException") // its message is told
    ConfiguredSigningKey(String jwk) {
        try {
            this.key = Es256.parse(jwk);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(
                    TokenProperties.SIGNING_KEY,
                    "must be an EC P-256 private key as a JWK, but is " + wrong.getMessage());
        }
    }

    @Override
    public Mono<ECKey> get() {
        return Mono.just(key);
    }
}
