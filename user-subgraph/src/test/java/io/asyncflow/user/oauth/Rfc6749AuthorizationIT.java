package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The authorization endpoint (RFC 6749, RFC 9207, RFC 8252). */
@RunningSubgraph
class Rfc6749AuthorizationIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    private Dance dance;

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
    }

    @Test
    @DisplayName("RFC 6749 4.1.2, RFC 9207 2: the client gets a code, its state and who answers")
    void answersWithACode() {
        var back = dance.consented(dance.request(dance.publicClient()));
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.location()).get().asString().startsWith(Dance.CALLBACK + "&");
        assertThat(back.parameter("code")).hasSizeGreaterThan(40);
        assertThat(back.parameter("state")).isEqualTo("xyz");
        assertThat(back.parameter("iss")).isEqualTo("https://issuer.test");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 3.1.2.4: nobody is sent to an address that is not registered, to the letter")
    @ValueSource(
            strings = {
                "https://evil.test/callback",
                "https://client.test/callback",
                "https://client.test/callback?tenant=1&x=1",
                "https://client.test/callback?tenant=1#",
                "https://client.test/callback/../callback?tenant=1",
                "https://CLIENT.test/callback?tenant=1",
                "https://client.test:443/callback?tenant=1",
                "https://client.test@evil.test/callback?tenant=1",
                "http://client.test/callback?tenant=1",
                "//evil.test",
                "javascript:alert(1)",
                "data:text/html,hello",
                "http://127.0.0.1.evil.test/native",
                "http://localhost:9/native",
                "http://127.0.0.1:9/other",
                "http://127.0.0.1:9@evil.test/native",
                "https://client.test/callback?tenant=1\\r\\nSet-Cookie: a=b",
                "",
                "callback"
            })
    void redirectsNobodyElsewhere(String redirectUri) {
        var request = dance.request(dance.publicClient());
        request.put("redirect_uri", redirectUri);
        refusesWithoutRedirecting(Dance.query(request));
    }

    @ParameterizedTest
    @DisplayName("RFC 8252 7.3: a program on the user's machine listens at any port")
    @ValueSource(strings = {"http://127.0.0.1/native", "http://127.0.0.1:51004/native"})
    void letsNativeProgramsListenAnywhere(String redirectUri) {
        var request = dance.request(dance.publicClient());
        request.put("redirect_uri", redirectUri);
        assertThat(dance.consented(request).location()).get().asString().startsWith(redirectUri + "?");
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: an unknown or missing client or address is told to the user")
    void tellsTheUserOfUnknownClients() {
        var unknown = dance.request(dance.publicClient());
        unknown.put("client_id", "nobody");
        refusesWithoutRedirecting(Dance.query(unknown));
        unknown.put("client_id", "\0");
        refusesWithoutRedirecting(Dance.query(unknown));
        var nameless = dance.request(dance.publicClient());
        nameless.remove("client_id");
        refusesWithoutRedirecting(Dance.query(nameless));
        var addressless = dance.request(dance.publicClient());
        addressless.remove("redirect_uri");
        refusesWithoutRedirecting(Dance.query(addressless));
    }

    @Test
    @DisplayName("RFC 6749 3.1: parameters given twice are refused, and never the later address taken")
    void refusesPollution() {
        var request = Dance.query(dance.request(dance.publicClient()));
        refusesWithoutRedirecting(request + "&redirect_uri=https%3A%2F%2Fevil.test");
        refusesWithoutRedirecting(request + "&client_id=other");
        assertThat(dance.browser.open(request + "&scope=openid").parameter("error"))
                .isEqualTo("invalid_request");
        assertThat(dance.browser.open(request + "&state=a").parameter("error")).isEqualTo("invalid_request");
    }

    @ParameterizedTest
    @DisplayName("RFC 6749 4.1.2.1, OpenID Connect Core 3.1.2.6: what is wrong is told to the client")
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_type, , invalid_request",
        "scope, openid admin, invalid_scope",
        "scope, openid account, invalid_scope",
        "scope, , invalid_scope",
        "response_mode, fragment, invalid_request",
        "prompt, none, login_required",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://client.test/r, request_uri_not_supported"
    })
    void tellsTheClient(String parameter, String value, String error) {
        var request = dance.request(dance.publicClient());
        request.put(parameter, value == null ? "" : value);
        var back = dance.browser.open(Dance.query(request));
        assertThat(back.location()).get().asString().startsWith(Dance.CALLBACK);
        assertThat(back.parameter("error")).isEqualTo(error);
        assertThat(back.parameter("state")).isEqualTo("xyz");
        assertThat(back.parameter("iss")).isEqualTo("https://issuer.test");
        assertThat(back.parameter("code")).isEmpty();
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: a client without the grant is told so")
    void refusesClientsWithoutTheGrant() {
        var machine = dance.added(
                java.util.Optional.of(io.asyncflow.user.session.Secret.random()),
                false,
                java.util.Set.of("client_credentials"),
                Dance.SCOPES);
        assertThat(dance.browser.open(Dance.query(dance.request(machine))).parameter("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    @DisplayName("RFC 6749 4.1.2.1: a user who does not agree sends the client away empty-handed")
    void tellsTheClientOfARefusal() {
        var request = Dance.query(dance.request(dance.publicClient()));
        var consent =
                dance.browser.signIn(dance.browser.open(request), dance.email, io.asyncflow.user.Visitor.PASSWORD);
        var back = dance.browser.decide(consent, "deny");
        assertThat(back.parameter("error")).isEqualTo("access_denied");
        assertThat(back.parameter("code")).isEmpty();
    }

    @Test
    @DisplayName("Consent is remembered per client and scopes")
    void remembersConsent() {
        var client = dance.publicClient();
        dance.consented(dance.request(client));
        var again = signedIn(dance.request(client));
        assertThat(again.parameter("code")).isNotEmpty();
        var more = dance.request(client);
        more.put("scope", "openid email");
        assertThat(signedIn(more).html()).contains("See your e-mail address");
        var asked = dance.request(client);
        asked.put("prompt", "consent");
        assertThat(signedIn(asked).location()).isEmpty();
        assertThat(signedIn(dance.request(dance.publicClient())).location()).isEmpty();
    }

    private Browser.Page signedIn(Map<String, String> request) {
        return dance.browser.signIn(
                dance.browser.open(Dance.query(request)), dance.email, io.asyncflow.user.Visitor.PASSWORD);
    }

    private void refusesWithoutRedirecting(String query) {
        var page = dance.browser.open(query);
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.location()).isEmpty();
        assertThat(page.html()).doesNotContain("<form");
    }
}
