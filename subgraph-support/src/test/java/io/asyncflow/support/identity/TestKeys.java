package io.asyncflow.support.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;

/** Keys and what is signed with them. */
final class TestKeys {

    private TestKeys() {}

    static ECKey key(String id) {
        return key(id, Curve.P_256);
    }

    static ECKey key(String id, Curve curve) {
        try {
            return new ECKeyGenerator(curve).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
    }

    static String published(ECKey... keys) {
        return new JWKSet(List.copyOf(List.of(keys))).toString();
    }

    static String sign(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException failure) {
            throw new AssertionError(failure);
        }
        return jwt.serialize();
    }

    static String sign(JWTClaimsSet claims, ECKey key) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .keyID(key.getKeyID())
                        .build(),
                claims,
                key);
    }
}
