package io.asyncflow.gateway.server.graphiql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** The page itself: small, and never kept, since each one has its own nonce and names the files of this version. */
record Page(String version, String endpoint, List<String> tabs) {

    private static final String TEMPLATE = template();

    Mono<ServerResponse> respond() {
        var policy = ContentSecurityPolicy.withNewNonce();
        return ServerResponse.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy.header())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .bodyValue(html(policy.nonce()));
    }

    private String html(String nonce) {
        return TEMPLATE.replace("{assets}", Graphiql.PATH + "/" + version)
                .replace("{nonce}", nonce)
                .replace("{endpoint}", HtmlUtils.htmlEscape(endpoint))
                .replace("{tabs}", tabs.stream().map(Page::tab).collect(Collectors.joining()));
    }

    /** An attribute, unlike a script, has but one way to be left: the quote, which is escaped. */
    private static String tab(String document) {
        return "<data value=\"" + HtmlUtils.htmlEscape(document) + "\"></data>";
    }

    private static String template() {
        try {
            return new String(Assets.read("page.html"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
