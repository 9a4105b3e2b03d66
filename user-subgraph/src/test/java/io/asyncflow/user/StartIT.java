package io.asyncflow.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.asyncflow.testing.FreshDatabase;
import io.asyncflow.testing.SubgraphTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A second replica beside the first, sharing its database. */
@SubgraphTest
@FreshDatabase
class StartIT {

    private static final String PRODUCTION = "--spring.profiles.active=production";

    @Autowired
    private Environment first;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private WebTestClient http;

    @Test
    void replicasShareTheSigningKey() {
        String keys = keys(http);
        try (var second = start()) {
            assertThat(keys(second)).isEqualTo(keys);
            String token = Visitor.at(second).registered();
            new Visitor(graph).with(token).me().path("me.id").hasValue();
        }
    }

    @Test
    void tokensOfAnotherIssuerAreRefusedEvenWhenSignedWithTheSameKey() {
        try (var second = start("--asyncflow.identity.issuer=https://other.test")) {
            assertThat(keys(second)).isEqualTo(keys(http));
            String token = Visitor.at(second).registered();
            Visitor.at(second).with(token).me().path("me.id").hasValue();
            refuses(http, token);
        }
    }

    @Test
    void aConfiguredKeyIsUsedInProduction() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).keyID("2026-11").generate();
        try (var second = start(PRODUCTION, "--asyncflow.user.signing-key=" + key.toJSONString())) {
            assertThat(keys(second))
                    .contains("\"2026-11\"")
                    .doesNotContain(key.getD().toString());
            String token = Visitor.at(second).registered();
            Visitor.at(second).with(token).me().path("me.id").hasValue();
        }
    }

    @Test
    void endsSessionsWithoutRedisToo() {
        try (var second = start("--asyncflow.redis.url=redis://localhost:1")) {
            String token = Visitor.at(second).registered();
            Visitor.at(second).with(token).me().path("me.id").hasValue();
            Visitor.at(second).with(token).signOut();
            refuses(
                    WebTestClient.bindToServer()
                            .baseUrl(Visitor.address(second))
                            .build(),
                    token);
        }
    }

    @Test
    void theSchemaIsNotShownInProduction() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        try (var second = start(PRODUCTION, "--asyncflow.user.signing-key=" + key.toJSONString())) {
            for (String field : List.of("__schema { types { name } }", "__type(name: \"User\") { name }")) {
                Visitor.at(second)
                        .graph()
                        .document("{ " + field + " }")
                        .execute()
                        .errors()
                        .satisfy(errors -> assertThat(errors)
                                .isNotEmpty()
                                .allSatisfy(error -> assertThat(error.getExtensions())
                                        .containsEntry("code", "GRAPHQL_VALIDATION_FAILED")));
            }
        }
    }

    @Test
    void productionNeedsASigningKey() {
        assertThatException()
                .isThrownBy(() -> start(PRODUCTION))
                .havingRootCause()
                .withMessageStartingWith("asyncflow.user.signing-key must be set under profile production");
    }

    @Test
    void productionShowsNobodyMail() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        assertThatException()
                .isThrownBy(() -> start(
                        PRODUCTION,
                        "--asyncflow.user.signing-key=" + key.toJSONString(),
                        "--asyncflow.user.mail.delivery=outbox"))
                .havingRootCause()
                .withMessageStartingWith("asyncflow.user.mail.delivery must not be outbox under profile production");
    }

    @Test
    void sendsMailOnlyWithAServer() {
        assertThatException()
                .isThrownBy(() -> start("--asyncflow.user.mail.delivery=smtp"))
                .havingRootCause()
                .withMessageStartingWith("asyncflow.user.mail.smtp.host must name the server");
    }

    @Test
    void productionRefusesDemoData() throws JOSEException {
        var key = new ECKeyGenerator(Curve.P_256).generate();
        assertThatException()
                .isThrownBy(() -> start(
                        PRODUCTION,
                        "--asyncflow.user.signing-key=" + key.toJSONString(),
                        "--asyncflow.user.demo-data=true"))
                .havingRootCause()
                .withMessageStartingWith("asyncflow.user.demo-data must not be true under profile production");
    }

    @ParameterizedTest
    @CsvSource({
        "asyncflow.user.signing-key,           secret, asyncflow.user.signing-key",
        "asyncflow.user.access-token-lifetime, 10s,    accessTokenLifetime",
        "asyncflow.user.access-token-lifetime, 2h,     accessTokenLifetime",
        "asyncflow.user.access-token-lifetime, soon,   asyncflow.user.access-token-lifetime",
        "asyncflow.user.sessions.remembered,   2m,     remembered",
        "asyncflow.user.trusted-proxies,       gateway, asyncflow.user.trusted-proxies",
        "asyncflow.user.accounts.registration, never,  registration",
        "asyncflow.user.sign-in.failures,      0,      failures",
        "asyncflow.user.mail.delivery,         pigeon, delivery",
        "asyncflow.user.mail.sender,           nobody, sender",
        "asyncflow.user.mail.smtp.port,        0,      port",
        "asyncflow.user.mail.smtp.timeout,     0s,     timeout",
        "asyncflow.user.demo-data,             maybe,  asyncflow.user.demo-data",
        "asyncflow.user.passwords.threads,     0,      threads",
        "asyncflow.user.passwords.queue,       -1,     queue"
    })
    void aWrongValueStopsTheStart(String property, String value, String named) {
        assertThatException()
                .isThrownBy(() -> start("--" + property + "=" + value))
                .satisfies(failure -> assertThat(failure).hasStackTraceContaining(named));
    }

    private static void refuses(WebTestClient http, String token) {
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("query", "{ me { id } }"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.errors[0].extensions.code")
                .isEqualTo("UNAUTHENTICATED");
    }

    private ConfigurableApplicationContext start(String... arguments) {
        var same = Stream.of(
                        "POSTGRES_HOST",
                        "POSTGRES_PORT",
                        "POSTGRES_USER",
                        "POSTGRES_PASSWORD",
                        "REDIS_URL",
                        "asyncflow.postgres.database",
                        "asyncflow.identity.issuer",
                        "asyncflow.identity.jwks")
                .map(name -> "--" + name + "=" + first.getRequiredProperty(name));
        return UserSubgraph.SERVICE.run(Stream.concat(
                        Stream.concat(
                                Stream.of("--server.port=0", "--asyncflow.user.accounts.registration=immediate"), same),
                        Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String keys(ConfigurableApplicationContext subgraph) {
        return keys(
                WebTestClient.bindToServer().baseUrl(Visitor.address(subgraph)).build());
    }

    private static String keys(WebTestClient http) {
        return Objects.requireNonNull(http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
