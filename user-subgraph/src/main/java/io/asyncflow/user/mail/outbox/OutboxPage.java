package io.asyncflow.user.mail.outbox;

import io.asyncflow.user.mail.Mail;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;

/** Shows the mails of the {@link DevelopmentOutbox} at {@code /mail}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "asyncflow.user.mail.delivery", havingValue = "outbox")
class OutboxPage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final String POLICY =
            "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<&]+");

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Mail of this shop</title></head>
            <body>
            <h1>Mail of this shop</h1>
            <p>Nothing is sent: this shop shows its mail here, the newest first.</p>
            %s
            </body>
            </html>
            """;

    private static final String ARTICLE = """
            <article>
            <h2>%s</h2>
            <p>To %s</p>
            <pre>%s</pre>
            </article>
            """;

    @Bean
    RouterFunction<ServerResponse> outboxRoute(DevelopmentOutbox outbox) {
        return RouterFunctions.route().GET("/mail", _ -> page(outbox)).build();
    }

    private static Mono<ServerResponse> page(DevelopmentOutbox outbox) {
        String articles = outbox.newestFirst().stream().map(OutboxPage::article).collect(Collectors.joining());
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .bodyValue(PAGE.formatted(articles.isEmpty() ? "<p>There is none yet.</p>" : articles));
    }

    private static String article(Mail mail) {
        String text = LINK.matcher(HtmlUtils.htmlEscape(mail.text())).replaceAll("<a href=\"$0\">$0</a>");
        return ARTICLE.formatted(HtmlUtils.htmlEscape(mail.subject()), HtmlUtils.htmlEscape(mail.to()), text);
    }
}
