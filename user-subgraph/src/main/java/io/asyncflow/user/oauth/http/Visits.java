package io.asyncflow.user.oauth.http;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import io.asyncflow.support.identity.IdentityProperties;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.user.oauth.http.Visit.SignedIn;
import io.asyncflow.user.session.Secret;
import io.asyncflow.user.token.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/** Keeps visits in a signed, short-lived cookie: any replica can go on with a visit, and nobody can make one up. */
@Component
class Visits {

    private static final JOSEObjectType TYPE = new JOSEObjectType("visit+jwt");
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String NAME = "asyncflow-visit";
    private static final String CSRF = "csrf";
    private static final String CREDENTIALS = "credentials";
    private static final String REQUEST = "request";

    private final Signatures signatures;
    private final Clock clock;
    private final boolean secure;

    Visits(Signatures signatures, IdentityProperties identity, Clock clock) {
        this.signatures = signatures;
        this.clock = clock;
        this.secure = identity.issuer().startsWith("https:");
    }

    static Visit begun(String query) {
        return new Visit(Secret.random().text(), query, null);
    }

    /** Who signs in goes on with a new name for the visit, so that nobody who knows the old one goes on with them. */
    static Visit goingOn(String query, SignedIn signedIn) {
        return new Visit(Secret.random().text(), query, signedIn);
    }

    Mono<ResponseCookie> cookie(Visit visit) {
        var claims = new JWTClaimsSet.Builder()
                .claim(CSRF, visit.csrf())
                .claim(REQUEST, fingerprint(visit.query()))
                .expirationTime(Date.from(clock.instant().plus(LIFETIME)));
        SignedIn signedIn = visit.signedIn();
        if (signedIn != null) {
            claims.subject(signedIn.user().toString())
                    .claim(CREDENTIALS, signedIn.credentials())
                    .issueTime(Date.from(signedIn.at()));
        }
        return signatures.sign(TYPE, claims.build()).map(value -> cookie(value, LIFETIME));
    }

    ResponseCookie over() {
        return cookie("", Duration.ZERO);
    }

    /** The visit that the form belongs to; empty when it is not this browser's, too old, or about another request. */
    Mono<Visit> of(ServerRequest request, String csrf, String query) {
        HttpCookie cookie = request.cookies().getFirst(name());
        return cookie == null
                ? Mono.empty()
                : signatures
                        .verified(TYPE, cookie.getValue())
                        .filter(claims ->
                                same(csrf, claims.getClaim(CSRF)) && same(fingerprint(query), claims.getClaim(REQUEST)))
                        .map(claims -> new Visit(csrf, query, signedIn(claims)));
    }

    private ResponseCookie cookie(String value, Duration lifetime) {
        return ResponseCookie.from(name(), value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(lifetime)
                .build();
    }

    /** With the prefix no neighbouring host can put one of its own under our name. */
    private String name() {
        return secure ? "__Host-" + NAME : NAME;
    }

    private static @Nullable SignedIn signedIn(JWTClaimsSet claims) {
        return claims.getSubject() != null && claims.getClaim(CREDENTIALS) instanceof Number credentials
                ? new SignedIn(
                        UserId.parse("sub", claims.getSubject()),
                        credentials.intValue(),
                        claims.getIssueTime().toInstant())
                : null;
    }

    private static boolean same(String shown, @Nullable Object kept) {
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), String.valueOf(kept).getBytes(StandardCharsets.UTF_8));
    }

    private static String fingerprint(String query) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new Secret(query).hash());
    }
}
