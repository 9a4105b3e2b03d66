package io.asyncflow.support.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.errors.BadInput;
import io.asyncflow.support.errors.Unauthenticated;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Turns an access token into the viewer that it speaks for. Only ES256 is believed; the token does not choose. Other
 * tokens that the same keys sign, ID tokens above all, are no access tokens: their type tells them apart (RFC 9068).
 */
public final class AccessTokens {

    public static final String ROLES = "roles";
    public static final String SCOPE = "scope";
    public static final String SESSION = "sid";
    public static final String CLIENT = "client_id";

    /** The scope of clients that are the shop's own face: with it a token is the account's, whichever client asked. */
    public static final String ACCOUNT_SCOPE = "account";

    public static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final JOSEObjectType LONG_TYPE = new JOSEObjectType("application/at+jwt");

    private final KeySet keys;
    private final IdentityProperties properties;
    private final Clock clock;
    private final SessionCheck sessions;

    AccessTokens(KeySet keys, IdentityProperties properties, Clock clock, SessionCheck sessions) {
        this.keys = keys;
        this.properties = properties;
        this.clock = clock;
        this.sessions = sessions;
    }

    public Mono<Viewer> verify(String token) {
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
        } catch (ParseException malformed) {
            return Mono.error(new Unauthenticated("The access token is malformed"));
        }
        if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                || jwt.getHeader().getKeyID() == null) {
            return Mono.error(new Unauthenticated("The access token must be signed with ES256 by a named key"));
        }
        JOSEObjectType type = jwt.getHeader().getType();
        if (!TYPE.equals(type) && !LONG_TYPE.equals(type)) {
            return Mono.error(new Unauthenticated("The token is no access token"));
        }
        return key(jwt.getHeader().getKeyID())
                .filter(key -> signedWith(key, jwt))
                .switchIfEmpty(Mono.error(() -> new Unauthenticated("The access token's signature is not valid")))
                .map(_ -> viewer(jwt))
                .flatMap(this::stillSignedIn);
    }

    private Mono<Viewer> stillSignedIn(Viewer viewer) {
        SessionId session = viewer.session();
        return session == null
                ? Mono.just(viewer)
                : sessions.isOpen(session)
                        .filter(open -> open)
                        .switchIfEmpty(Mono.error(() -> new Unauthenticated("The session has ended: sign in again")))
                        .map(_ -> viewer);
    }

    private Mono<ECKey> key(String id) {
        return keys.current()
                .mapNotNull(known -> find(known, id))
                .switchIfEmpty(Mono.defer(() -> keys.refreshed().mapNotNull(fresh -> find(fresh, id))));
    }

    private static @Nullable ECKey find(JWKSet keys, String id) {
        return keys.getKeyByKeyId(id) instanceof ECKey key && Curve.P_256.equals(key.getCurve()) ? key : null;
    }

    private static boolean signedWith(ECKey key, SignedJWT jwt) {
        try {
            return jwt.verify(new ECDSAVerifier(key));
        } catch (JOSEException unusable) {
            return false;
        }
    }

    private Viewer viewer(SignedJWT jwt) {
        try {
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            requireForUs(claims);
            requireInTime(claims);
            return viewer(claims);
        } catch (ParseException | BadInput malformed) {
            throw new Unauthenticated("The access token's claims are malformed");
        }
    }

    private static Viewer viewer(JWTClaimsSet claims) throws ParseException {
        String subject = Optional.ofNullable(claims.getSubject()).orElse("");
        Set<String> scopes = scopes(claims.getStringClaim(SCOPE));
        String client = claims.getStringClaim(CLIENT);
        if (client != null && client.equals(subject)) {
            return new Viewer.Client(client, null, scopes, null);
        }
        UserId user = UserId.parse("sub", subject);
        SessionId session = session(claims.getStringClaim(SESSION));
        return client == null || scopes.contains(ACCOUNT_SCOPE)
                ? new Viewer.SignedIn(user, roles(claims.getStringListClaim(ROLES)), scopes, session)
                : new Viewer.Client(client, user, scopes, session);
    }

    private void requireForUs(JWTClaimsSet claims) {
        if (!properties.issuer().equals(claims.getIssuer())
                || !claims.getAudience().contains(properties.audience())) {
            throw new Unauthenticated("The access token was not issued for this service");
        }
    }

    private void requireInTime(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        if (expires == null || expires.toInstant().plus(properties.clockSkew()).isBefore(now)) {
            throw new Unauthenticated("The access token has expired");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null
                && notBefore.toInstant().minus(properties.clockSkew()).isAfter(now)) {
            throw new Unauthenticated("The access token is not valid yet");
        }
    }

    private static Set<Role> roles(@Nullable List<String> names) {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            // A role that a newer issuer knows and we do not grants nothing here.
            Arrays.stream(Role.values())
                    .filter(role -> role.name().equals(name))
                    .forEach(roles::add);
        }
        return roles;
    }

    private static Set<String> scopes(@Nullable String scope) {
        return scope == null
                ? Set.of()
                : Arrays.stream(scope.split(" "))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static @Nullable SessionId session(@Nullable String sid) {
        return sid == null ? null : SessionId.parse("sid", sid);
    }
}
