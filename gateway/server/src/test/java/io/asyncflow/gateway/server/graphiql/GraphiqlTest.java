package io.asyncflow.gateway.server.graphiql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphiqlTest {

    private static final Pattern ADDRESS = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern NONCE = Pattern.compile("'nonce-([^']+)'");

    private static ServedPage page;

    @BeforeAll
    static void serve() {
        page = new ServedPage(new GraphiqlSettings(true, List.of("query First { a(b: \"<\") }", "{ second }")));
    }

    @AfterAll
    static void stop() {
        page.close();
    }

    @Test
    void servesThePageWithEveryFileItNames() {
        String html = html();

        List<String> addresses = addresses(html);
        assertThat(addresses).hasSize(8).allMatch(address -> address.startsWith("/graphiql/"));
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(page.get(address).statusCode()).as(address).isEqualTo(200));
        assertThat(html).contains("data-endpoint=\"/graphql\"");
    }

    @Test
    void servesEveryModuleThatAModuleImports() {
        String assets = assets();
        for (String module : Assets.OURS) {
            String source = text(page.get(assets + module));
            Pattern.compile("from \"\\./([^\"]+)\"")
                    .matcher(source)
                    .results()
                    .map(result -> assets + result.group(1))
                    .forEach(address -> assertThat(page.get(address).statusCode())
                            .as(module + " imports " + address)
                            .isEqualTo(200));
        }
    }

    @Test
    void allowsOnlyItsOwnFilesAndNoScriptInThePage() {
        HttpResponse<byte[]> response = page.get("/graphiql");

        String policy = header(response, "Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(text(response))
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("\\son\\w+=");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void givesEachPageANonceOfItsOwn() {
        HttpResponse<byte[]> first = page.get("/graphiql");
        String nonce = nonce(first);

        assertThat(text(first)).contains("nonce=\"" + nonce + "\"");
        assertThat(nonce(page.get("/graphiql"))).isNotEqualTo(nonce);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void escapesTheDocumentsOfItsTabs() {
        assertThat(html())
                .contains("<data value=\"query First { a(b: &quot;&lt;&quot;) }\"></data>")
                .contains("<data value=\"{ second }\"></data>");
    }

    @Test
    void letsBrowsersKeepFilesForEver() {
        HttpResponse<byte[]> response = page.get(assets() + "main.js");

        assertThat(header(response, "Cache-Control")).contains("max-age=31536000", "public", "immutable");
        assertThat(header(response, "Content-Type")).isEqualTo("text/javascript;charset=utf-8");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void sendsFilesCompressedToWhoTakesThemSo() throws IOException {
        String address = assets() + "graphiql.min.js";
        HttpResponse<byte[]> plain = page.get(address);
        HttpResponse<byte[]> compressed = page.get(address, "Accept-Encoding", "br, gzip;q=0.8");

        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(compressed, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip;q=0", "identity", "gzip; q=0.0, *", "*;q=0", "xgzip"})
    void sendsFilesAsTheyAreToWhoTakesNoGzip(String accepted) {
        HttpResponse<byte[]> response = page.get(assets() + "main.js", "Accept-Encoding", accepted);

        assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(text(response)).contains("createRoot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate, gzip;q=0.1", "*", "gzip;q=1.0, *;q=0"})
    void readsWhatAClientAccepts(String accepted) {
        assertThat(header(page.get(assets() + "main.js", "Accept-Encoding", accepted), "Content-Encoding"))
                .isEqualTo("gzip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.html",
                "package-info.class",
                "..%2fpage.html",
                "..%2f..%2fgateway.yml",
                "%2e%2e/page.html",
                "libraries/graphiql/LICENSE",
                "LICENSE",
                ".",
                "",
                "main.js%00",
                "main.js/",
                "main.js;.css/x"
            })
    void servesNothingElse(String name) {
        HttpResponse<byte[]> response = page.get(assets() + name);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void knowsNoFilesOfAnotherVersion() {
        assertThat(page.get("/graphiql/0123456789abcdef/main.js").statusCode()).isEqualTo(404);
    }

    @Test
    void leadsToThePageFromBelow() {
        HttpResponse<byte[]> response = page.get("/graphiql/");

        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(header(response, "Location")).isEqualTo("/graphiql");
    }

    @Test
    void answersHeadWithoutABody() {
        HttpResponse<byte[]> response = page.send("HEAD", "/graphiql");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Content-Type")).startsWith("text/html");
    }

    @Test
    void takesNothingButReading() {
        assertThat(page.send("POST", "/graphiql").statusCode()).isEqualTo(404);
        assertThat(page.send("DELETE", assets() + "main.js").statusCode()).isEqualTo(404);
    }

    @Test
    void isNotThereWhenItIsOff() {
        String address = assets() + "main.js";
        try (var off = new ServedPage(new GraphiqlSettings(false, List.of()))) {
            assertThat(List.of("/graphiql", "/graphiql/", address, "/graphiql/x"))
                    .allSatisfy(path ->
                            assertThat(off.get(path).statusCode()).as(path).isEqualTo(404));
        }
    }

    private static String html() {
        return text(page.get("/graphiql"));
    }

    private static String assets() {
        String first = addresses(html()).getFirst();
        return first.substring(0, first.lastIndexOf('/') + 1);
    }

    private static List<String> addresses(String html) {
        return ADDRESS.matcher(html).results().map(result -> result.group(1)).toList();
    }

    private static String nonce(HttpResponse<byte[]> response) {
        return NONCE.matcher(header(response, "Content-Security-Policy"))
                .results()
                .map((MatchResult result) -> result.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }
}
