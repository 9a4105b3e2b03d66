package io.asyncflow.user.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.testing.SubgraphTest;
import io.asyncflow.user.RunningSubgraph;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

class OutboxPageIT {

    @Nested
    @RunningSubgraph
    class WhenConfigured {

        @Autowired
        private WebTestClient http;

        @Autowired
        private Mailbox mailbox;

        @Test
        void showsMailAndRunsNothingThatStandsInIt() {
            StepVerifier.create(mailbox.drop(new Mail(
                            UUID.randomUUID(),
                            "minji@example.com",
                            "<script>alert(1)</script>",
                            "<img src=x onerror=alert(2)> http://localhost:3000/account/reset?token=abc")))
                    .verifyComplete();
            http.get()
                    .uri("/mail")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType("text/html;charset=UTF-8")
                    .expectHeader()
                    .valueMatches("Content-Security-Policy", "default-src 'none'.*frame-ancestors 'none'.*")
                    .expectHeader()
                    .valueEquals("Referrer-Policy", "no-referrer")
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-store")
                    .expectBody(String.class)
                    .value(page -> assertThat(page)
                            .contains("&lt;script&gt;")
                            .contains("&lt;img src=x onerror=alert(2)&gt;")
                            .contains("<a href=\"http://localhost:3000/account/reset?token=abc\">")
                            .doesNotContain("<script", "<img"));
        }
    }

    @Nested
    @SubgraphTest
    class Otherwise {

        @Autowired
        private WebTestClient http;

        @Test
        void isNotThere() {
            http.get().uri("/mail").exchange().expectStatus().isNotFound();
        }
    }
}
