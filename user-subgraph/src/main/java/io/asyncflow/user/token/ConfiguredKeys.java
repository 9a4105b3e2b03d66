package io.asyncflow.user.token;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.asyncflow.service.WrongSetting;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** The key that the operator brings, and those that came before it, for as long as the operator lists them. */
final class ConfiguredKeys implements IssuerKeys {

    private final ECKey signing;
    private final JWKSet published;

    ConfiguredKeys(String signingKey, String otherKeys) {
        this.signing = signing(signingKey);
        var all = new ArrayList<JWK>(List.of(signing.toPublicJWK()));
        others(otherKeys).stream()
                .filter(other -> !signing.getKeyID().equals(other.getKeyID()))
                .forEach(all::add);
        this.published = new JWKSet(all);
    }

    @Override
    public Mono<ECKey> get() {
        return Mono.just(signing);
    }

    @Override
    public Mono<JWKSet> current() {
        return Mono.just(published);
    }

    @Override
    public Mono<JWKSet> refreshed() {
        return Mono.just(published);
    }

    @Override
    public Mono<Withdrawal> revoke(String kid) {
        return Mono.just(published.getKeyByKeyId(kid) == null ? Withdrawal.NO_SUCH_KEY : Withdrawal.CONFIGURED);
    }

    @SuppressWarnings("UnusedException") // its message is told
    private static ECKey signing(String jwk) {
        try {
            return Es256.parse(jwk);
        } catch (IllegalArgumentException wrong) {
            throw new WrongSetting(
                    TokenProperties.SIGNING_KEY,
                    "must be an EC P-256 private key as a JWK, but is " + wrong.getMessage());
        }
    }

    @SuppressWarnings("UnusedException") // it would quote the keys
    private static List<JWK> others(String jwks) {
        if (jwks.isBlank()) {
            return List.of();
        }
        try {
            return JWKSet.parse(jwks).getKeys().stream()
                    .map(ConfiguredKeys::verifying)
                    .toList();
        } catch (ParseException malformed) {
            throw wrongOthers();
        }
    }

    private static JWK verifying(JWK key) {
        if (key instanceof ECKey ec && Curve.P_256.equals(ec.getCurve()) && ec.getKeyID() != null) {
            return Es256.named(ec).toPublicJWK();
        }
        throw wrongOthers();
    }

    private static WrongSetting wrongOthers() {
        return new WrongSetting(
                TokenProperties.OTHER_KEYS, "must be a JSON key set of EC P-256 keys that each have a kid");
    }
}
