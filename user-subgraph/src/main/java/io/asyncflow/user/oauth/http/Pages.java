package io.asyncflow.user.oauth.http;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.asyncflow.user.oauth.AuthorizationRequest;
import io.asyncflow.user.token.OAuthScope;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Our few pages: no script, nothing from elsewhere, in nobody's frame. */
final class Pages {

    private static final String STYLE = """
            body{font-family:system-ui,sans-serif;background:#f4f4f6;color:#1c1c22;margin:0}
            main{max-width:22rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:.75rem}
            h1{font-size:1.4rem;margin:0 0 .25rem}label,input,button{display:block;width:100%;box-sizing:border-box}
            label{margin:1rem 0 .25rem}input,button{font:inherit;padding:.6rem;border:1px solid #8a8a94;border-radius:.4rem}
            button{margin-top:1rem;background:#1d4ed8;border-color:#1d4ed8;color:#fff}
            button.quiet{background:#fff;color:#1c1c22;border-color:#8a8a94}
            p.problem{color:#b00020}
            @media(prefers-color-scheme:dark){body{background:#16161a;color:#eee}main{background:#222228}
            input,button.quiet{background:#16161a;color:#eee}p.problem{color:#ff8a80}}""";

    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private Pages() {}

    /** @param problem what was wrong with the last attempt; empty at the first */
    static Mono<ServerResponse> signIn(
            ServerResponse.BodyBuilder answer,
            Wording words,
            AuthorizationRequest request,
            String query,
            String csrf,
            String problem) {
        String body = """
                <h1>%s</h1><p>%s</p>%s
                <form method="post" action="/oauth/authorize/sign-in">%s
                <label for="email">%s</label>
                <input id="email" name="email" type="email" autocomplete="username" required autofocus>
                <label for="password">%s</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required>
                <button>%s</button></form>""".formatted(
                        words.signIn(),
                        htmlEscape(words.to().formatted(request.client().name())),
                        problem.isEmpty() ? "" : "<p class=\"problem\" role=\"alert\">" + htmlEscape(problem) + "</p>",
                        hidden(query, csrf),
                        words.email(),
                        words.password(),
                        words.signIn());
        return page(answer, words, words.signIn(), body, policyFor(request));
    }

    static Mono<ServerResponse> consent(
            ServerResponse.BodyBuilder answer, Wording words, AuthorizationRequest request, String query, String csrf) {
        String scopes = request.scopes().stream()
                .flatMap(scope -> OAuthScope.of(scope).stream())
                .sorted()
                .map(scope -> "<li>" + htmlEscape(words.scope().apply(scope)) + "</li>")
                .collect(Collectors.joining());
        String body = """
                <h1>%s</h1><ul>%s</ul>
                <form method="post" action="/oauth/authorize/consent">%s
                <button name="decision" value="allow">%s</button>
                <button name="decision" value="deny" class="quiet">%s</button></form>""".formatted(
                        htmlEscape(words.asks().formatted(request.client().name())),
                        scopes,
                        hidden(query, csrf),
                        words.allow(),
                        words.deny());
        return page(answer, words, request.client().name(), body, policyFor(request));
    }

    static Mono<ServerResponse> problem(HttpStatus status, Wording words, String reason) {
        String body = "<h1>%s</h1><p>%s</p><p>%s</p>".formatted(words.failed(), htmlEscape(reason), words.startAgain());
        return page(ServerResponse.status(status), words, words.failed(), body, POLICY);
    }

    private static String hidden(String query, String csrf) {
        return """
                <input type="hidden" name="request" value="%s">
                <input type="hidden" name="csrf" value="%s">""".formatted(htmlEscape(query), htmlEscape(csrf));
    }

    /** Browsers hold the redirection that follows a form to the form's policy: the client's address belongs to it. */
    private static String policyFor(AuthorizationRequest request) {
        URI uri = request.redirectUri();
        return POLICY + " "
                + (uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getRawAuthority());
    }

    private static Mono<ServerResponse> page(
            ServerResponse.BodyBuilder answer, Wording words, String title, String body, String policy) {
        String html = """
                <!doctype html><html lang="%s"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <title>%s</title><style>%s</style></head><body><main>%s</main></body></html>
                """.formatted(words.language(), htmlEscape(title), STYLE, body);
        return answer.contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", policy)
                .header("X-Frame-Options", "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Vary", "Accept-Language")
                .bodyValue(html);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
