package io.asyncflow.user.oauth;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.user.oauth.Codes.Redeemed;
import io.asyncflow.user.token.AccessToken;
import io.asyncflow.user.token.Signatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a client who has signed in, and when (OpenID Connect Core, section 2). No door opens to an ID token. */
@Component
class IdTokens {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Signatures signatures;
    private final IdentityProperties identity;
    private final Clock clock;

    IdTokens(Signatures signatures, IdentityProperties identity, Clock clock) {
        this.signatures = signatures;
        this.identity = identity;
        this.clock = clock;
    }

    Mono<String> issue(Client client, Redeemed code, AccessToken beside) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(identity.issuer())
                .audience(client.id())
                .subject(code.user().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .claim("auth_time", code.signedInAt().getEpochSecond())
                .claim(AccessTokens.SESSION, code.session().toString())
                .claim("at_hash", hashOf(beside));
        if (code.nonce() != null) {
            claims.claim("nonce", code.nonce());
        }
        return signatures.sign(JOSEObjectType.JWT, claims.build());
    }

    private static String hashOf(AccessToken token) {
        return AccessTokenHash.compute(new BearerAccessToken(token.value()), JWSAlgorithm.ES256)
                .getValue();
    }
}
