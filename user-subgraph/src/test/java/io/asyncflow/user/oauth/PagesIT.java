package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages themselves: forgery, frames, what they show. */
@RunningSubgraph
class PagesIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    @Autowired
    private DatabaseClient database;

    private Dance dance;

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
    }

    @Test
    @DisplayName("RFC 6749 10.13: no page of ours is shown in a frame, and none runs a script")
    void areInNobodysFrame() {
        var page = opened();
        assertThat(page.headers().getFirst("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .endsWith("form-action 'self' https://client.test")
                .doesNotContain("script-src")
                .doesNotContain("unsafe");
        assertThat(page.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.headers().getFirst("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers().getCacheControl()).isEqualTo("no-store");
        assertThat(page.html())
                .doesNotContain("<script")
                .doesNotContain("onload")
                .doesNotContain("style=");
    }

    @Test
    @DisplayName("RFC 9700 4.7: the cookie is out of reach of scripts, of other sites and of plain HTTP")
    void keepTheirCookieClose() {
        assertThat(opened().headers().getFirst("Set-Cookie"))
                .startsWith("__Host-asyncflow-visit=")
                .containsIgnoringCase("HttpOnly")
                .contains("Secure")
                .contains("SameSite=Strict")
                .contains("Path=/")
                .contains("Max-Age=600");
    }

    @Test
    @DisplayName("What a client calls itself is text and no markup")
    void escapeWhatTheyShow() {
        assertThat(opened().html()).contains("A &lt;b&gt;client&lt;/b&gt;").doesNotContain("<b>client");
        var query = Dance.query(dance.request(dance.publicClient())) + "&x=%22%3E%3Cscript%3E";
        assertThat(dance.browser.open(query).html()).doesNotContain("<script");
    }

    @Test
    @DisplayName("RFC 6749 10.12: our forms cannot be posted in somebody's name")
    void refuseForgedForms() {
        var mine = opened();
        var fields = new HashMap<>(Map.of(
                "csrf",
                mine.hidden("csrf"),
                "request",
                mine.hidden("request"),
                "email",
                dance.email,
                "password",
                Visitor.PASSWORD));
        assertThat(post(without(mine), fields).status()).isEqualTo(403);
        assertThat(post(opened(), fields).status()).isEqualTo(403);
        fields.put("csrf", "");
        assertThat(post(mine, fields).status()).isEqualTo(403);
        fields.put("csrf", mine.hidden("csrf"));
        fields.put("request", mine.hidden("request") + "&prompt=consent");
        assertThat(post(mine, fields).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("RFC 6749 10.12: nobody consents who has not signed in on this page")
    void takeNoConsentBeforeSignIn() {
        assertThat(dance.browser.decide(opened(), "allow").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("A consent cannot be given with the cookie of another visit")
    void takeNoConsentOfAnotherVisit() {
        var mine = dance.browser.signIn(opened(), dance.email, Visitor.PASSWORD);
        var other = dance.browser.signIn(opened(), dance.email, Visitor.PASSWORD);
        var mixed = new Browser.Page(200, mine.headers(), mine.html(), other.cookie());
        assertThat(dance.browser.decide(mixed, "allow").status()).isEqualTo(403);
    }

    @Test
    @DisplayName("A consent of somebody who has been signed out everywhere since is none")
    void takeNoConsentOfBeforeASignOutEverywhere() {
        var request = Dance.query(dance.request(dance.publicClient()));
        var before = dance.browser.signIn(dance.browser.open(request), dance.email, Visitor.PASSWORD);
        dance.signOutEverywhere();
        assertThat(dance.browser.decide(before, "allow").status()).isEqualTo(403);
        var after = dance.browser.signIn(dance.browser.open(request), dance.email, Visitor.PASSWORD);
        assertThat(after.html()).contains("would like to");
        assertThat(dance.browser.decide(after, "allow").parameter("code")).isNotEmpty();
    }

    @Test
    @DisplayName("An access token is no cookie of ours")
    void takeNoOtherTokenForTheirCookie() {
        var page = opened();
        String token = dance.tokens(dance.publicClient()).text("access_token");
        assertThat(dance.browser
                        .signIn(
                                new Browser.Page(200, page.headers(), page.html(), token),
                                dance.email,
                                Visitor.PASSWORD)
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("A wrong password and an unknown address look the same")
    void tellStrangersNothing() {
        var wrong = dance.browser.signIn(opened(), dance.email, "a wrong password");
        var unknown = dance.browser.signIn(opened(), Visitor.anyEmail(), "a wrong password");
        assertThat(wrong.html()).contains("No account has this e-mail address and this password.");
        assertThat(neutral(wrong)).isEqualTo(neutral(unknown));
        assertThat(dance.browser.signIn(wrong, dance.email, Visitor.PASSWORD).html())
                .contains("would like to");
    }

    @Test
    @DisplayName("Signing in opens no session: the code will, for the client")
    void openNoSessionOfTheirOwn() {
        long before = sessions();
        var page = dance.browser.signIn(opened(), dance.email, Visitor.PASSWORD);
        assertThat(page.html()).contains("would like to");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    @DisplayName("Ten wrong passwords lock the account here as everywhere, for the right password too")
    void lockWhoeverGuesses() {
        for (int i = 0; i < 10; i++) {
            assertThat(dance.browser
                            .signIn(opened(), dance.email, "a wrong password")
                            .html())
                    .contains("No account has this e-mail address and this password.");
        }
        assertThat(dance.browser.signIn(opened(), dance.email, Visitor.PASSWORD).html())
                .contains("Too many attempts.");
        new Visitor(graph)
                .signIn(dance.email, Visitor.PASSWORD)
                .path("customerAccessTokenCreate.userErrors[*].code")
                .entityList(String.class)
                .containsExactly("RATE_LIMITED");
    }

    @Test
    @DisplayName("What is no address or no password opens nothing")
    void takeNoNonsense() {
        for (String nonsense : List.of("", "nobody", "x".repeat(300) + "@example.com")) {
            assertThat(dance.browser
                            .signIn(opened(), nonsense, Visitor.PASSWORD)
                            .html())
                    .contains("No account has this e-mail address and this password.");
        }
        assertThat(dance.browser.signIn(opened(), dance.email, " ").html())
                .contains("No account has this e-mail address and this password.");
    }

    @Test
    @DisplayName("They speak Korean to those who do")
    void speakKorean() {
        http.get()
                .uri(address -> java.net.URI.create(address.path("/oauth/authorize")
                                .build() + "?" + Dance.query(dance.request(dance.publicClient()))))
                .header("Accept-Language", "ko-KR,ko;q=0.9,en;q=0.5")
                .exchange()
                .expectBody(String.class)
                .value(html -> assertThat(html).contains("<html lang=\"ko\">").contains("비밀번호"));
    }

    private long sessions() {
        return database.sql(
                        "select count(*) from session s join account a on a.id = s.account_id where a.email = :email")
                .bind("email", dance.email)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private Browser.Page opened() {
        return dance.browser.open(Dance.query(dance.request(dance.publicClient())));
    }

    private Browser.Page post(Browser.Page from, Map<String, String> fields) {
        return dance.browser.post("/oauth/authorize/sign-in", from, fields);
    }

    private static Browser.Page without(Browser.Page page) {
        return new Browser.Page(page.status(), page.headers(), page.html(), null);
    }

    private static String neutral(Browser.Page page) {
        return page.html().replaceAll("name=\"(csrf|request)\" value=\"[^\"]*\"", "");
    }
}
