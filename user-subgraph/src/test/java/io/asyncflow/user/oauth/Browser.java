package io.asyncflow.user.oauth;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.HtmlUtils;

/** Somebody who looks at our pages with cookies and without scripts. */
record Browser(WebTestClient http) {

    /** What the browser shows, or is sent to. */
    record Page(
            int status,
            HttpHeaders headers,
            String html,
            @Nullable String cookie) {

        String hidden(String name) {
            Matcher found =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
            return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
        }

        Optional<URI> location() {
            return Optional.ofNullable(headers.getLocation());
        }

        String parameter(String name) {
            String query = location().map(URI::getQuery).orElse("");
            Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
            return found.find() ? found.group(1) : "";
        }
    }

    Page open(String query) {
        return page(
                http.get()
                        .uri(address ->
                                URI.create(address.path("/oauth/authorize").build() + "?" + query))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult(),
                null);
    }

    Page signIn(Page page, String email, String password) {
        return post(
                "/oauth/authorize/sign-in",
                page,
                Map.of(
                        "csrf",
                        page.hidden("csrf"),
                        "request",
                        page.hidden("request"),
                        "email",
                        email,
                        "password",
                        password));
    }

    Page decide(Page page, String decision) {
        return post(
                "/oauth/authorize/consent",
                page,
                Map.of("csrf", page.hidden("csrf"), "request", page.hidden("request"), "decision", decision));
    }

    Page post(String path, Page from, Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        var request = http.post().uri(path);
        if (from.cookie() != null) {
            request.cookie("asyncflow-visit", from.cookie());
            request.cookie("__Host-asyncflow-visit", from.cookie());
        }
        return page(
                request.body(BodyInserters.fromFormData(form))
                        .exchange()
                        .expectBody(String.class)
                        .returnResult(),
                from.cookie());
    }

    private static Page page(EntityExchangeResult<String> result, @Nullable String before) {
        String cookie = result.getResponseCookies().values().stream()
                .flatMap(List::stream)
                .map(set -> set.getValue())
                .findFirst()
                .orElse(before);
        return new Page(
                result.getStatus().value(),
                result.getResponseHeaders(),
                Optional.ofNullable(result.getResponseBody()).orElse(""),
                cookie);
    }
}
