package io.asyncflow.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signs claims with the key of the moment, and knows again what it has signed. A type says what a token is for. */
@Component
public class Signatures {

    private final IssuerKeys keys;
    private final Clock clock;

    Signatures(IssuerKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public Mono<String> sign(JOSEObjectType type, JWTClaimsSet claims) {
        return keys.get().map(key -> signed(type, claims, key));
    }

    /** The claims of a token of that type which is ours and has not expired; empty otherwise. */
    public Mono<JWTClaimsSet> verified(JOSEObjectType type, String token) {
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
        } catch (ParseException malformed) {
            return Mono.empty();
        }
        JWSHeader header = jwt.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || !type.equals(header.getType())) {
            return Mono.empty();
        }
        return keys.current().filter(published -> isSigned(jwt, published)).mapNotNull(_ -> current(jwt));
    }

    private @Nullable JWTClaimsSet current(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Date expires = claims.getExpirationTime();
            Instant now = clock.instant();
            return expires != null && expires.toInstant().isAfter(now) ? claims : null;
        } catch (ParseException malformed) {
            return null;
        }
    }

    private static boolean isSigned(SignedJWT jwt, JWKSet published) {
        try {
            return jwt.getHeader().getKeyID() != null
                    && published.getKeyByKeyId(jwt.getHeader().getKeyID()) instanceof ECKey key
                    && jwt.verify(new ECDSAVerifier(key));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private static String signed(JOSEObjectType type, JWTClaimsSet claims, ECKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type)
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("The token could not be signed", failure);
        }
        return jwt.serialize();
    }
}
