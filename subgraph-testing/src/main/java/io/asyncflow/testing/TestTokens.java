package io.asyncflow.testing;

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
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

/** Access tokens as the user subgraph would sign them, with a key that the tests' subgraphs believe. */
public final class TestTokens {

    public static final String ISSUER = "https://issuer.test";
    public static final String AUDIENCE = "asyncflow";

    private static final ECKey KEY = generate();

    private TestTokens() {}

    public static String publicKeys() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    public static String of(UserId user, Role... roles) {
        return sign(claims(user, roles).build());
    }

    public static String expired(UserId user) {
        return sign(claims(user)
                .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                .build());
    }

    /** The claims of a good token, for a test to spoil. */
    public static JWTClaimsSet.Builder claims(UserId user, Role... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.toString())
                .claim(AccessTokens.ROLES, Arrays.stream(roles).map(Role::name).toList())
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(15))));
    }

    public static String sign(JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(KEY.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(KEY));
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
        return jwt.serialize();
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
