package io.asyncflow.user.token;

import com.nimbusds.jwt.JWTClaimsSet;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.support.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Makes access tokens: JWTs with the claims of RFC 9068, as far as we have them. */
public final class AccessTokenIssuer {

    private final Signatures signatures;
    private final IdentityProperties identity;
    private final Duration lifetime;
    private final Clock clock;

    AccessTokenIssuer(Signatures signatures, IdentityProperties identity, Duration lifetime, Clock clock) {
        this.signatures = signatures;
        this.identity = identity;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A token for an account, or for a client that acts for it. */
    public Mono<AccessToken> issue(AccessGrant grant) {
        return signed(now -> {
            var claims = claims(grant.user().toString(), grant.scopes(), now).claim(AccessTokens.ROLES, roles(grant));
            if (grant.clientId() != null) {
                claims.claim(AccessTokens.CLIENT, grant.clientId());
            }
            if (grant.session() != null) {
                claims.claim(AccessTokens.SESSION, grant.session().toString());
            }
            return claims;
        });
    }

    /** A token for a client that acts for itself. */
    public Mono<AccessToken> issue(String clientId, Set<String> scopes) {
        return signed(now -> claims(clientId, scopes, now).claim(AccessTokens.CLIENT, clientId));
    }

    private Mono<AccessToken> signed(Function<Instant, JWTClaimsSet.Builder> claims) {
        return Mono.defer(() -> {
            // JWTs count in whole seconds.
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return signatures
                    .sign(AccessTokens.TYPE, claims.apply(now).build())
                    .map(token -> new AccessToken(token, now.plus(lifetime)));
        });
    }

    private JWTClaimsSet.Builder claims(String subject, Set<String> scopes, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(identity.issuer())
                .audience(identity.audience())
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        return scopes.isEmpty() ? claims : claims.claim(AccessTokens.SCOPE, String.join(" ", new TreeSet<>(scopes)));
    }

    /** Whoever lets a client see the orders has not made it an administrator by that. */
    private static List<String> roles(AccessGrant grant) {
        boolean itself = grant.clientId() == null || grant.scopes().contains(AccessTokens.ACCOUNT_SCOPE);
        return itself ? grant.roles().stream().map(Role::name).toList() : List.of();
    }
}
