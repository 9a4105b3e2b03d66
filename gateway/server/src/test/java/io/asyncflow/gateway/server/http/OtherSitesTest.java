package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites can have a browser do: CORS and CSRF. */
class OtherSitesTest {

    private static final String SHOP = "https://shop.example.com";
    private static final String EVIL = "https://evil.example.org";

    private final FakeService service = new FakeService();
    private Gateway gateway = Gateway.with(
            service,
            SettingsForTests.with(new CorsSettings(
                    false,
                    List.of(SHOP),
                    List.of("https://[a-z]+\\.preview\\.example\\.com"),
                    true,
                    List.of(),
                    List.of("X-Cost"),
                    Duration.ofMinutes(10))));

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, "https://abc.preview.example.com"})
    void letsPagesInThatAreNamed(String origin) {
        String answer = post("Origin: " + origin + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 ")
                .contains("access-control-allow-origin: " + origin + "\r\n")
                .contains("access-control-allow-credentials: true\r\n")
                .contains("access-control-expose-headers: X-Request-Id, X-Cost\r\n")
                .contains("vary: Accept, Accept-Encoding, Origin\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EVIL,
                "null",
                "https://shop.example.com.evil.org",
                "https://SHOP.example.com",
                "http://shop.example.com",
                "https://abc.preview.example.com.evil.org",
                "https://evil.org/https://abc.preview.example.com"
            })
    void reflectsNoOtherOrigin(String origin) {
        assertThat(post("Origin: " + origin + "\r\n"))
                .doesNotContain("access-control-")
                .contains("vary: Accept, Accept-Encoding, Origin\r\n");
        assertThat(preflight(origin)).startsWith("HTTP/1.1 204 ").doesNotContain("access-control-");
    }

    @Test
    void answersAPreflight() {
        assertThat(preflight(SHOP))
                .startsWith("HTTP/1.1 204 ")
                .contains("access-control-allow-origin: " + SHOP + "\r\n")
                .contains("access-control-allow-credentials: true\r\n")
                .contains("access-control-allow-methods: GET, POST")
                .contains("access-control-allow-headers: content-type,x-foo\r\n")
                .contains("access-control-max-age: 600\r\n");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void marksWhatIsRefusedToo() {
        assertThat(send("POST", "Origin: " + SHOP + "\r\nContent-Type: application/json\r\n", "nonsense"))
                .startsWith("HTTP/1.1 400 ")
                .contains("access-control-allow-origin: " + SHOP);
    }

    @Test
    void namesNoOriginWhereAllAreLetIn() {
        gateway.close();
        gateway = Gateway.with(
                service,
                SettingsForTests.with(new CorsSettings(
                        true, List.of(), List.of(), false, List.of("content-type"), List.of(), Duration.ZERO)));

        assertThat(post("Origin: " + EVIL + "\r\n"))
                .contains("access-control-allow-origin: *\r\n")
                .doesNotContain("credentials");
        assertThat(preflight(EVIL)).contains("access-control-allow-headers: content-type\r\n");
    }

    @Test
    void saysNothingAboutOriginsWhereNoneIsLetIn() {
        gateway.close();
        gateway = Gateway.with(service);

        assertThat(post("Origin: " + EVIL + "\r\n")).doesNotContain("access-control-");
    }

    @Test
    void refusesSettingsThatLetAnyoneActForAUser() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CorsSettings(true, List.of(), List.of(), true, List.of(), List.of(), Duration.ZERO))
                .withMessageStartingWith("allow_any_origin ");
        for (String wrong : List.of("*", "null", "https://a.example/", "shop.example.com", "https://*.example.com")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CorsSettings(
                            false, List.of(wrong), List.of(), false, List.of(), List.of(), Duration.ZERO))
                    .withMessageStartingWith("origins ");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CorsSettings(false, List.of(), List.of("("), false, List.of(), List.of(), Duration.ZERO))
                .withMessageStartingWith("match_origins ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "a program                    | -                                                       | 200",
                "typed into the address bar   | Sec-Fetch-Site: none                                    | 200",
                "a page of ours               | Sec-Fetch-Site: same-origin                             | 200",
                "a page that is let in        | Sec-Fetch-Site: cross-site;Origin: https://shop.example.com | 200",
                "an old browser's page        | Origin: http://h                                        | 200",
                "an image on another site     | Sec-Fetch-Site: cross-site                              | 403",
                "a page of a sibling          | Sec-Fetch-Site: same-site                               | 403",
                "a page of another site       | Sec-Fetch-Site: cross-site;Origin: https://evil.example.org | 403",
                "an old browser's other page  | Origin: https://evil.example.org                        | 403",
                "a form on another site       | Sec-Fetch-Site: cross-site;Content-Type: text/plain      | 403",
                "a content type that is none  | Sec-Fetch-Site: cross-site;Content-Type: text/plain, a/b | 403",
                "a proof                      | Sec-Fetch-Site: cross-site;apollo-require-preflight: 1   | 200",
                "another proof                | Sec-Fetch-Site: cross-site;x-apollo-operation-name: a    | 200",
                "an empty proof               | Sec-Fetch-Site: cross-site;apollo-require-preflight:     | 403",
                "a content type of no form    | Sec-Fetch-Site: cross-site;Content-Type: application/json | 200",
            })
    void servesAGetUnlessAPageOfAnotherSiteMayHaveSentIt(String who, String headers, int status) {
        String answer = get(headers == null ? "" : headers.replace(";", "\r\n") + "\r\n");

        assertThat(answer).as(who).startsWith("HTTP/1.1 " + status + " ");
        if (status == 403) {
            assertThat(answer).contains("PREFLIGHT_REQUIRED");
            assertThat(service.requests).isEmpty();
        }
    }

    @Test
    void wantsAProofWithEveryGetWhereThatIsSet() {
        gateway.close();
        gateway = Gateway.with(
                service, SettingsForTests.with(new CsrfSettings(false, true, List.of("apollo-require-preflight"))));

        assertThat(get("")).startsWith("HTTP/1.1 403 ");
        assertThat(get("Sec-Fetch-Site: same-origin\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(get("Apollo-Require-Preflight: true\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void looksAwayWhereThatIsSet() {
        gateway.close();
        gateway = Gateway.with(service, SettingsForTests.with(new CsrfSettings(true, false, List.of())));

        assertThat(get("Sec-Fetch-Site: cross-site\r\n")).startsWith("HTTP/1.1 200 ");
        assertThat(send("POST", "Content-Type: text/plain\r\n", "{\"query\":\"mutation{a}\"}"))
                .startsWith("HTTP/1.1 415 ");
    }

    @Test
    void leadsABrowserToThePage() {
        gateway.close();
        gateway = Gateway.with(service, SettingsForTests.withBrowserPage("/graphiql"));
        String browser = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nSec-Fetch-Site: cross-site\r\n";

        assertThat(request("GET /api/graphql", browser, ""))
                .startsWith("HTTP/1.1 302 ")
                .contains("location: /graphiql\r\n");
        assertThat(request("GET /graphql?query=", browser, "")).startsWith("HTTP/1.1 302 ");
        assertThat(request("GET /graphql?query=%7Ba%7D", browser, "")).startsWith("HTTP/1.1 403 ");
        assertThat(request("GET /graphql", "Accept: */*\r\n", "")).startsWith("HTTP/1.1 400 ");
    }

    private String get(String headers) {
        return request("GET /graphql?query=%7Ba%7D", headers, "");
    }

    private String post(String headers) {
        return send("POST", headers + "Content-Type: application/json\r\n", "{\"query\":\"{a}\"}");
    }

    private String preflight(String origin) {
        return send(
                "OPTIONS",
                "Origin: " + origin + "\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: content-type,x-foo\r\n",
                "");
    }

    private String send(String method, String headers, String body) {
        return request(method + " /graphql", headers, body);
    }

    private String request(String methodAndPath, String headers, String body) {
        try (var wire = gateway.open()) {
            return wire.write(methodAndPath + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n" + headers
                            + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                    .readAll();
        }
    }
}
