package io.asyncflow.user.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.session.Secret;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.ExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** How often programs may ask. */
@RunningSubgraph
class OAuthLimitsIT {

    @Autowired
    private WebTestClient http;

    @Autowired
    private HttpGraphQlTester graph;

    @Autowired
    private Clients clients;

    @Autowired
    private RateLimits limits;

    /** Redis remembers networks from one run to the next. */
    private final String address = "203.0.%d.".formatted(new Random().nextInt(256));

    private final Secret secret = Secret.random();
    private Dance dance;

    @BeforeEach
    void arrive() {
        dance = new Dance(http, graph, clients);
    }

    @Test
    @DisplayName("600 wrong secrets a minute and address are answered; then 429 with Retry-After, for that address")
    void answersSixHundredAMinuteToWhoeverProvesNothing() {
        var client = dance.introspector(secret);
        int answered = 0;
        var answer = asked(client, Secret.random(), address + 77);
        while (answer.getStatus().value() == 401) {
            answered++;
            assertThat(answered).isLessThan(5_000);
            answer = asked(client, Secret.random(), address + 77);
        }
        assertThat(answered).isGreaterThanOrEqualTo(600);
        assertThat(answer.getStatus().value()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(answer.getResponseHeaders().getFirst("Retry-After"))))
                .isBetween(1, 60);
        assertThat(many(100, _ -> stranger(address + 77))).contains(429);
        assertThat(status(client, secret, address + 78)).isEqualTo(200);
    }

    @Test
    @DisplayName("A client that proves itself is not counted for the address that it shares")
    void countsProvenClientsByThemselves() {
        var client = dance.introspector(secret);
        var limit = limits.of(OAuthLimits.STRANGERS, OAuthLimits.PER_NETWORK);
        StepVerifier.create(limit.take(address + 79, 560))
                .expectNext(new Allowed())
                .verifyComplete();
        // Ten a second come back.
        assertThat(many(200, _ -> status(client, secret, address + 79))).containsExactly(200);
    }

    @Test
    @DisplayName("6,000 requests a minute and client are answered; then 429, for that client")
    void answersSixThousandAMinuteToOneClient() {
        var client = dance.introspector(secret);
        var limit = limits.of(OAuthLimits.PROVEN, OAuthLimits.PER_CLIENT);
        StepVerifier.create(limit.take(client.id(), OAuthLimits.PER_CLIENT.permits()))
                .expectNext(new Allowed())
                .verifyComplete();
        // A hundred a second come back.
        assertThat(many(300, i -> status(client, secret, address + i % 40)))
                .contains(429)
                .isSubsetOf(200, 429);
        var neighbour = dance.introspector(secret);
        assertThat(status(neighbour, secret, address + 1)).isEqualTo(200);
    }

    /** The answers to that many requests, 16 at once. */
    private static Set<Integer> many(int requests, IntFunction<Integer> request) {
        return Flux.range(0, requests)
                .flatMap(i -> Mono.fromCallable(() -> request.apply(i)).subscribeOn(Schedulers.boundedElastic()), 16)
                .collect(Collectors.toSet())
                .blockOptional()
                .orElseThrow();
    }

    private int stranger(String from) {
        return http.post()
                .uri("/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Forwarded-For", from)
                .bodyValue("grant_type=nonsense")
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private int status(Client client, Secret shown, String from) {
        return asked(client, shown, from).getStatus().value();
    }

    private ExchangeResult asked(Client client, Secret shown, String from) {
        return http.post()
                .uri("/oauth/introspect")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .header("X-Forwarded-For", from)
                .headers(headers -> headers.setBasicAuth(Dance.basic(client, shown)))
                .bodyValue("token=nonsense")
                .exchange()
                .expectBody()
                .returnResult();
    }
}
