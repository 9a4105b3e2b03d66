package io.asyncflow.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.support.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.TreeSet;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Signs access tokens: JWTs with the claims of RFC 9068, as far as we have them. */
public final class AccessTokenIssuer {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private final SigningKey signingKey;
    private final IdentityProperties identity;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokenIssuer(SigningKey signingKey, IdentityProperties identity, Duration lifetime, Clock clock) {
        this.signingKey = signingKey;
        this.identity = identity;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    public Mono<AccessToken> issue(AccessGrant grant) {
        return signingKey.get().map(key -> {
            // JWTs count in whole seconds.
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant expiresAt = now.plus(lifetime);
            return new AccessToken(signed(key, claims(grant, now, expiresAt)), expiresAt);
        });
    }

    private JWTClaimsSet claims(AccessGrant grant, Instant now, Instant expiresAt) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(identity.issuer())
                .audience(identity.audience())
                .subject(grant.user().toString())
                .claim(
                        AccessTokens.ROLES,
                        grant.roles().stream().map(Role::name).toList())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .jwtID(UUID.randomUUID().toString());
        if (!grant.scopes().isEmpty()) {
            claims.claim(AccessTokens.SCOPE, String.join(" ", new TreeSet<>(grant.scopes())));
        }
        if (grant.clientId() != null) {
            claims.claim("client_id", grant.clientId());
        }
        if (grant.session() != null) {
            claims.claim(AccessTokens.SESSION, grant.session().toString());
        }
        return claims.build();
    }

    private static String signed(ECKey key, JWTClaimsSet claims) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(ACCESS_TOKEN)
                .keyID(key.getKeyID())
                .build();
        var jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException failure) {
            throw new IllegalStateException("The access token could not be signed", failure);
        }
        return jwt.serialize();
    }
}
