package io.asyncflow.support.identity;

import com.nimbusds.jose.jwk.JWKSet;
import io.asyncflow.service.WrongSetting;
import java.text.ParseException;
import reactor.core.publisher.Mono;

/** Keys that stand in the configuration. */
final class FixedKeySet implements KeySet {

    private final JWKSet keys;

    @SuppressWarnings("UnusedException") // the message says it all
    FixedKeySet(String json) {
        try {
            this.keys = JWKSet.parse(json);
        } catch (ParseException malformed) {
            throw new WrongSetting("asyncflow.identity.jwks", "is neither an http(s) URL nor a JSON key set");
        }
    }

    @Override
    public Mono<JWKSet> current() {
        return Mono.just(keys);
    }

    @Override
    public Mono<JWKSet> refreshed() {
        return Mono.just(keys);
    }
}
