package io.asyncflow.user;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.HtmlUtils;

/** The mail that somebody has got, as the development outbox shows it: the newest first. */
public record Mails(WebTestClient http, String reader) {

    /** One of them. */
    public record Mail(String subject, String text) {

        private static final Pattern TOKEN = Pattern.compile("\\?token=([\\w-]+)");

        public String token() {
            var found = TOKEN.matcher(text);
            if (!found.find()) {
                throw new AssertionError("No token in the mail: " + subject);
            }
            return found.group(1);
        }
    }

    private static final Pattern ARTICLE = Pattern.compile(
            "<article>\\s*<h2>(.*?)</h2>\\s*<p>To (.*?)</p>\\s*<pre>(.*?)</pre>\\s*</article>", Pattern.DOTALL);

    public List<Mail> all() {
        String page = Objects.requireNonNull(http.get()
                .uri("/mail")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        var mails = new ArrayList<Mail>();
        var found = ARTICLE.matcher(page);
        while (found.find()) {
            if (HtmlUtils.htmlUnescape(found.group(2)).equals(reader)) {
                mails.add(new Mail(
                        HtmlUtils.htmlUnescape(found.group(1)),
                        HtmlUtils.htmlUnescape(found.group(3).replaceAll("<[^>]*>", ""))));
            }
        }
        return mails;
    }

    /** The newest of that many. */
    public Mail awaitNumber(int number) {
        return await().atMost(Duration.ofSeconds(15))
                .until(this::all, mails -> mails.size() >= number)
                .getFirst();
    }
}
