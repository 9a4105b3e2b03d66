package io.asyncflow.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.errors.Forbidden;
import io.asyncflow.support.errors.Unauthenticated;
import io.asyncflow.support.ids.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class AccessTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final UserId USER = new UserId(Uuid7.next(CLOCK));
    private static final SessionId OPEN = new SessionId(Uuid7.next(CLOCK));
    private static final ECKey KEY = TestKeys.key("ours");
    private static final ECKey LARGER_KEY = TestKeys.key("larger", Curve.P_384);

    private final AccessTokens tokens = new AccessTokens(
            new FixedKeySet(TestKeys.published(KEY.toPublicJWK(), LARGER_KEY.toPublicJWK())),
            new IdentityProperties(
                    "https://issuer.test", "asyncflow", "unused", SKEW, Duration.ofMinutes(5), Duration.ofHours(1)),
            CLOCK,
            session -> Mono.just(session.equals(OPEN)));

    @Test
    void readsTheViewerOutOfAGoodToken() {
        accepts(
                claims -> claims.claim(AccessTokens.ROLES, List.of("STAFF", "CUSTOMER"))
                        .claim(AccessTokens.SCOPE, " orders:read  orders:write "),
                new Viewer.SignedIn(USER, Set.of(Role.CUSTOMER, Role.STAFF), Set.of("orders:read", "orders:write")));
    }

    @Test
    void knowsTheSessionOfTheToken() {
        accepts(
                claims -> claims.claim(AccessTokens.SESSION, OPEN.toString()),
                new Viewer.SignedIn(USER, Set.of(), Set.of(), OPEN));
    }

    @Test
    void grantsNothingForRolesThatItDoesNotKnow() {
        accepts(claims -> claims.claim(AccessTokens.ROLES, List.of("OWNER", "customer")), nobodySpecial());
    }

    @Test
    void toleratesClocksThatAreALittleApart() {
        accepts(claims -> claims.expirationTime(Date.from(NOW.minus(SKEW))), nobodySpecial());
        accepts(claims -> claims.notBeforeTime(Date.from(NOW.plus(SKEW))), nobodySpecial());
    }

    @ParameterizedTest
    @MethodSource
    void refusesClaims(UnaryOperator<JWTClaimsSet.Builder> spoil) {
        refuses(TestKeys.sign(spoil.apply(goodClaims()).build(), KEY));
    }

    static Stream<Named<UnaryOperator<JWTClaimsSet.Builder>>> refusesClaims() {
        Date tooLate = Date.from(NOW.minus(SKEW).minusSeconds(1));
        Date tooEarly = Date.from(NOW.plus(SKEW).plusSeconds(1));
        return Stream.of(
                Named.of(
                        "of a session that has ended",
                        claims -> claims.claim(AccessTokens.SESSION, new SessionId(Uuid7.next(CLOCK)).toString())),
                Named.of("of a malformed session", claims -> claims.claim(AccessTokens.SESSION, "session_1")),
                Named.of("of another issuer", claims -> claims.issuer("https://other.test")),
                Named.of("of no issuer", claims -> claims.issuer(null)),
                Named.of("for another audience", claims -> claims.audience("other")),
                Named.of("for no audience", claims -> claims.audience((String) null)),
                Named.of("that have expired", claims -> claims.expirationTime(tooLate)),
                Named.of("that never expire", claims -> claims.expirationTime(null)),
                Named.of("of tomorrow", claims -> claims.notBeforeTime(tooEarly)),
                Named.of("about nobody", claims -> claims.subject(null)),
                Named.of("about a product", claims -> claims.subject("product_01h455vb4pex5vsknk084sn02q")),
                Named.of("about a malformed id", claims -> claims.subject("user_1")),
                Named.of("with roles that are no list", claims -> claims.claim(AccessTokens.ROLES, "ADMIN")),
                Named.of("with roles that are no names", claims -> claims.claim(AccessTokens.ROLES, List.of(1))),
                Named.of("with a scope that is no text", claims -> claims.claim(AccessTokens.SCOPE, List.of("a"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b.c", "ey.ey.ey", "eyJhbGciOiJFUzI1NiJ9..", "\0"})
    void refusesWhatIsNoToken(String text) {
        refuses(text);
    }

    @Test
    void refusesAnUnsignedToken() {
        refuses(new PlainJWT(goodClaims().build()).serialize());
    }

    /** The classic confusion: the public key, which everybody has, used as a shared secret. */
    @Test
    void refusesAMacMadeWithThePublicKey() throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(AccessTokens.TYPE)
                        .keyID(KEY.getKeyID())
                        .build(),
                goodClaims().build());
        jwt.sign(new MACSigner(KEY.toECPublicKey().getEncoded()));
        refuses(jwt.serialize());
    }

    @Test
    void refusesASignatureByAnotherKeyOfTheSameName() {
        refuses(TestKeys.sign(goodClaims().build(), TestKeys.key(KEY.getKeyID())));
    }

    @Test
    void refusesAKeyThatNobodyPublished() {
        refuses(TestKeys.sign(goodClaims().build(), TestKeys.key("unknown")));
    }

    @Test
    void refusesATokenThatNamesNoKey() {
        refuses(TestKeys.sign(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(AccessTokens.TYPE)
                        .build(),
                goodClaims().build(),
                KEY));
    }

    /** A key that the token brings along proves nothing. */
    @Test
    void refusesAKeyInTheTokenItself() {
        var own = TestKeys.key(KEY.getKeyID());
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(own.getKeyID())
                .jwk(own.toPublicJWK())
                .build();
        refuses(TestKeys.sign(header, goodClaims().build(), own));
    }

    @Test
    void refusesAnotherCurve() {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .type(AccessTokens.TYPE)
                .keyID(LARGER_KEY.getKeyID())
                .build();
        refuses(TestKeys.sign(header, goodClaims().build(), LARGER_KEY));
    }

    @Test
    void refusesAnEs256TokenThatNamesAKeyOfAnotherCurve() {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(LARGER_KEY.getKeyID())
                .build();
        refuses(TestKeys.sign(header, goodClaims().build(), KEY));
    }

    @Test
    void refusesChangedClaims() {
        String[] parts = TestKeys.sign(goodClaims().build(), KEY).split("\\.");
        var promoted = goodClaims().claim(AccessTokens.ROLES, List.of("ADMIN")).build();
        refuses(parts[0] + '.' + Base64URL.encode(promoted.toString()) + '.' + parts[2]);
    }

    /** CVE-2022-21449: a signature of zeros fits everything where nobody looks. */
    @Test
    void refusesASignatureOfZeros() {
        String[] parts = TestKeys.sign(goodClaims().build(), KEY).split("\\.");
        refuses(parts[0] + '.' + parts[1] + '.' + Base64URL.encode(new byte[64]));
    }

    /** Our keys sign ID tokens as well, whose audience a client may have chosen to look like ours. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"JWT", "id+jwt", "logout+jwt", ""})
    void refusesATokenOfAnotherType(@Nullable String type) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(type == null ? null : new JOSEObjectType(type))
                .keyID(KEY.getKeyID())
                .build();
        refuses(TestKeys.sign(header, goodClaims().build(), KEY));
    }

    @Test
    void acceptsTheLongFormOfTheType() {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("application/at+jwt"))
                .keyID(KEY.getKeyID())
                .build();
        StepVerifier.create(tokens.verify(TestKeys.sign(header, goodClaims().build(), KEY)))
                .expectNext(nobodySpecial())
                .verifyComplete();
    }

    @Test
    void doesNotTakeAClientForAnAccount() {
        accepts(
                claims -> claims.subject("feeds")
                        .claim(AccessTokens.CLIENT, "feeds")
                        .claim(AccessTokens.SCOPE, "a"),
                new Viewer.Client("feeds", null, Set.of("a"), null));
        var itself = new Viewer.Client("feeds", null, Set.of(), null);
        assertThat(itself.userId()).isEmpty();
        StepVerifier.create(Viewer.signedIn().contextWrite(context -> context.put(Viewer.class, itself)))
                .verifyError(Forbidden.class);
    }

    @Test
    void doesNotTakeADelegateForTheAccount() {
        accepts(
                claims -> claims.claim(AccessTokens.CLIENT, "feeds")
                        .claim(AccessTokens.SCOPE, "profile:read")
                        .claim(AccessTokens.ROLES, List.of("ADMIN")),
                new Viewer.Client("feeds", USER, Set.of("profile:read"), null));
        var delegate = new Viewer.Client("feeds", USER, Set.of("profile:read"), null);
        assertThat(delegate.userId()).isEmpty();
        assertThat(delegate.has(Role.ADMIN)).isFalse();
    }

    @Test
    void takesTheShopsOwnFaceForTheAccount() {
        accepts(
                claims -> claims.claim(AccessTokens.CLIENT, "storefront")
                        .claim(AccessTokens.SCOPE, "openid account")
                        .claim(AccessTokens.ROLES, List.of("STAFF")),
                new Viewer.SignedIn(USER, Set.of(Role.STAFF), Set.of("openid", "account")));
    }

    private void accepts(UnaryOperator<JWTClaimsSet.Builder> change, Viewer expected) {
        var viewer = tokens.verify(TestKeys.sign(change.apply(goodClaims()).build(), KEY));
        StepVerifier.create(viewer).expectNext(expected).verifyComplete();
    }

    private void refuses(String token) {
        StepVerifier.create(tokens.verify(token))
                .verifyErrorSatisfies(refusal -> assertThat(refusal).isInstanceOf(Unauthenticated.class));
    }

    private static Viewer nobodySpecial() {
        return new Viewer.SignedIn(USER, Set.of(), Set.of());
    }

    private static JWTClaimsSet.Builder goodClaims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://issuer.test")
                .audience("asyncflow")
                .subject(USER.toString())
                .expirationTime(Date.from(NOW.plus(Duration.ofMinutes(15))));
    }
}
