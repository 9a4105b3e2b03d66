package io.asyncflow.user.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.asyncflow.support.identity.AccessTokens;
import io.asyncflow.support.identity.Role;
import io.asyncflow.support.identity.UserId;
import io.asyncflow.testing.TestTokens;
import io.asyncflow.user.MovableClock;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

@RunningSubgraph
class AccessTokenIT {

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Autowired
    private MovableClock clock;

    private String token = "";
    private SignedJWT jwt;

    @BeforeEach
    void register() throws ParseException {
        token = new Visitor(graph).registered();
        jwt = SignedJWT.parse(token);
    }

    @Test
    void saysWhoTheBearerIs() throws ParseException {
        String id = new Visitor(graph)
                .with(token)
                .me()
                .path("me.id")
                .entity(String.class)
                .get();
        JWTClaimsSet claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(TestTokens.ISSUER);
        assertThat(claims.getAudience()).containsExactly(TestTokens.AUDIENCE);
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getStringListClaim("roles")).containsExactly("CUSTOMER");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void isSignedWithThePublishedKey() {
        assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(jwt.getHeader().getType()).hasToString("at+jwt");
        assertThat(publishedKey().getKeyID()).isEqualTo(jwt.getHeader().getKeyID());
    }

    @Test
    void onlyThePublicHalfIsPublished() {
        http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=300, public")
                .expectHeader()
                .contentType("application/jwk-set+json")
                .expectBody()
                .jsonPath("$.keys[*]")
                // The next key may be there already: other tests put the clock forward.
                .value((List<Map<String, Object>> keys) -> assertThat(keys)
                        .isNotEmpty()
                        .allSatisfy(key -> assertThat(key)
                                .containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg")
                                .containsEntry("kty", "EC")
                                .containsEntry("crv", "P-256")));
    }

    @Test
    void nobodyIsSignedInWithoutOne() {
        new Visitor(graph).me().path("me").valueIsNull();
    }

    @Test
    void isAcceptedUntilItExpires() {
        clock.putForward(Duration.ofMinutes(14));
        new Visitor(graph).with(token).me().path("me.id").hasValue();
        // A minute more, and the clock skew that is tolerated.
        clock.putForward(Duration.ofMinutes(16));
        refuses(token);
    }

    @Test
    void isRefusedWithAnotherSignature() {
        byte[] signature = jwt.getSignature().decode();
        signature[10] ^= 1;
        refuses(header() + '.' + payload() + '.' + Base64URL.encode(signature));
        refuses(header() + '.' + payload() + '.');
        refuses(header() + '.' + payload());
    }

    @Test
    void isRefusedWithOtherClaims() throws ParseException {
        refuses(header() + '.' + Base64URL.encode(promoted().toString()) + '.' + jwt.getSignature());
    }

    @Test
    void isRefusedUnsigned() throws ParseException {
        refuses(new PlainJWT(promoted()).serialize());
        String none = "{\"alg\":\"none\",\"kid\":\"" + jwt.getHeader().getKeyID() + "\"}";
        refuses(Base64URL.encode(none).toString() + '.' + payload() + '.');
        refuses(Base64URL.encode(none).toString() + '.' + payload() + '.' + jwt.getSignature());
    }

    @Test
    void isRefusedWithThePublicKeyAsSharedSecret() throws ParseException, JOSEException {
        ECKey key = publishedKey();
        refuses(hs256(key.toECPublicKey().getEncoded()));
        refuses(hs256(key.toJSONString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The key that this run's other subgraphs believe, and the configuration names: not our own. */
    @Test
    void isRefusedWhenSignedWithAnotherKey() throws ParseException {
        refuses(TestTokens.of(UserId.parse("sub", jwt.getJWTClaimsSet().getSubject()), Role.ADMIN));
    }

    /** A name is looked up among the published keys and nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "' or '1'='1", "https://evil.test/key", "\0", ""})
    void isRefusedWhenItNamesAKeyOfItsOwn(String kid) throws ParseException, JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(AccessTokens.TYPE)
                .keyID(kid)
                .build();
        var forged = new SignedJWT(header, promoted());
        forged.sign(new ECDSASigner(Es256.generate()));
        refuses(forged.serialize());
    }

    private JWTClaimsSet promoted() throws ParseException {
        return new JWTClaimsSet.Builder(jwt.getJWTClaimsSet())
                .claim("roles", List.of("ADMIN"))
                .build();
    }

    private String hs256(byte[] secret) throws ParseException, JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(AccessTokens.TYPE)
                .keyID(jwt.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, promoted());
        forged.sign(new MACSigner(secret));
        return forged.serialize();
    }

    private String header() {
        return jwt.getHeader().toBase64URL().toString();
    }

    private String payload() {
        return jwt.getPayload().toBase64URL().toString();
    }

    private ECKey publishedKey() {
        String keys = Objects.requireNonNull(http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        try {
            return JWKSet.parse(keys).getKeys().getFirst().toECKey();
        } catch (ParseException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private void refuses(String forged) {
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(forged))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("UNAUTHENTICATED")
                .jsonPath("$.data")
                .doesNotExist();
    }
}
