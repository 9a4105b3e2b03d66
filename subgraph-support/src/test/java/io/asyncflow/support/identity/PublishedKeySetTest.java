package io.asyncflow.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Time here stands still until {@link #pass} moves it. */
class PublishedKeySetTest {

    private static final Duration REFRESH_AFTER = Duration.ofMinutes(5);
    private static final Duration KEEP_FOR = Duration.ofHours(1);
    private static final ECKey OLD = TestKeys.key("old").toPublicJWK();
    private static final ECKey NEW = TestKeys.key("new").toPublicJWK();

    private final Issuer issuer = new Issuer();
    private VirtualTimeScheduler time;
    private PublishedKeySet keys;

    /** The issuer's end of the line. */
    private static final class Issuer {
        Mono<String> answer = Mono.just(TestKeys.published(OLD));
        int calls;

        Mono<ClientResponse> exchange() {
            calls++;
            return answer.map(
                    body -> ClientResponse.create(HttpStatus.OK).body(body).build());
        }

        void publishes(ECKey... keys) {
            answer = Mono.just(TestKeys.published(keys));
        }

        void isDown() {
            answer = Mono.error(new TimeoutException("nobody there"));
        }

        void hangs() {
            answer = Mono.never();
        }
    }

    @BeforeEach
    void start() {
        time = VirtualTimeScheduler.getOrSet();
        InstantSource now = () -> Instant.ofEpochMilli(time.now(TimeUnit.MILLISECONDS));
        var http = WebClient.builder()
                .exchangeFunction(_ -> Mono.defer(issuer::exchange))
                .build();
        keys = new PublishedKeySet(
                http, URI.create("http://issuer.test"), now.withZone(ZoneOffset.UTC), REFRESH_AFTER, KEEP_FOR);
    }

    @AfterEach
    void stop() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void asksOnceAndKeepsTheAnswer() {
        assertThat(current()).containsExactly("old");
        pass(REFRESH_AFTER.minusSeconds(1));
        assertThat(current()).containsExactly("old");
        assertThat(issuer.calls).isEqualTo(1);
    }

    @Test
    void asksAgainWhenTheAnswerHasGrownOld() {
        current();
        issuer.publishes(NEW);
        pass(REFRESH_AFTER);
        assertThat(current()).containsExactly("new");
        issuer.publishes(OLD);
        pass(REFRESH_AFTER);
        assertThat(current()).containsExactly("old");
    }

    @Test
    void learnsARotatedKeyEachTimeOneIsMissed() {
        current();
        issuer.publishes(OLD, NEW);
        pass(Duration.ofSeconds(6));
        assertThat(refreshed()).containsExactly("old", "new");
        assertThat(current()).containsExactly("old", "new");
        issuer.publishes(NEW);
        pass(Duration.ofSeconds(6));
        assertThat(refreshed()).containsExactly("new");
    }

    @Test
    void asksOnceForAStormOfUnknownKeys() {
        current();
        pass(Duration.ofSeconds(6));
        var slow = TestPublisher.<String>create();
        issuer.answer = slow.mono();
        var storm = Flux.range(0, 100).flatMap(_ -> keys.refreshed(), 100).collectList();
        StepVerifier.create(storm)
                .then(() -> slow.emit(TestKeys.published(NEW)))
                .assertNext(answers -> assertThat(answers)
                        .hasSize(100)
                        .allMatch(answer -> ids(answer).equals(List.of("new"))))
                .verifyComplete();
        assertThat(refreshed()).containsExactly("new");
        assertThat(issuer.calls).isEqualTo(2);
    }

    @Test
    void asksNoFasterWhenTheIssuerIsDown() {
        current();
        issuer.isDown();
        pass(Duration.ofSeconds(6));
        assertThat(refreshed()).containsExactly("old");
        int calls = issuer.calls;
        for (int i = 0; i < 100; i++) {
            assertThat(refreshed()).containsExactly("old");
        }
        assertThat(issuer.calls).isEqualTo(calls);
    }

    @Test
    void keepsKnownKeysWhileTheIssuerIsDown() {
        current();
        issuer.isDown();
        pass(KEEP_FOR.minusSeconds(2));
        assertThat(current()).containsExactly("old");
        issuer.publishes(NEW);
        pass(Duration.ofSeconds(6));
        assertThat(current()).containsExactly("new");
    }

    /** Who cuts us off from the issuer must not keep a withdrawn key alive by it. */
    @Test
    void forgetsKnownKeysWhenTheIssuerIsDownForLonger() {
        current();
        issuer.isDown();
        pass(KEEP_FOR);
        StepVerifier.create(keys.current())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                .verifyError(ResponseStatusException.class);
        StepVerifier.create(keys.refreshed()).verifyError(ResponseStatusException.class);
        issuer.publishes(NEW);
        pass(Duration.ofSeconds(6));
        assertThat(current()).containsExactly("new");
    }

    @Test
    void hardlyWaitsForAHangingIssuerWhenKeysAreKnown() {
        current();
        issuer.hangs();
        pass(REFRESH_AFTER);
        StepVerifier.create(keys.current().map(PublishedKeySetTest::ids))
                .then(() -> time.advanceTimeBy(Duration.ofMillis(100)))
                .expectNext(List.of("old"))
                .verifyComplete();
    }

    @Test
    void hasNoKeysUntilTheIssuerFirstAnswers() {
        issuer.isDown();
        StepVerifier.create(keys.current())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(2)))
                .verifyErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                ResponseStatusException.class,
                                away -> assertThat(away.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)));
        issuer.publishes(OLD);
        pass(Duration.ofSeconds(6));
        assertThat(current()).containsExactly("old");
    }

    @Test
    void asksAgainAfterAShortTrouble() {
        var answers = List.of(Mono.<String>error(new TimeoutException()), Mono.just(TestKeys.published(OLD)));
        issuer.answer = Mono.defer(() -> answers.get(issuer.calls - 1));
        StepVerifier.create(keys.current())
                .then(() -> time.advanceTimeBy(Duration.ofSeconds(1)))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void keepsKnownKeysWhenTheIssuerTalksNonsense() {
        current();
        issuer.answer = Mono.just("<html>");
        pass(REFRESH_AFTER);
        assertThat(current()).containsExactly("old");
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    private List<String> current() {
        return answered(keys.current());
    }

    private List<String> refreshed() {
        return answered(keys.refreshed());
    }

    /** What the flow answers, at once or when its retries have had their time. */
    private List<String> answered(Mono<JWKSet> flow) {
        var answer = flow.map(PublishedKeySetTest::ids).toFuture();
        if (!answer.isDone()) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(answer).isDone();
        return answer.join();
    }

    private static List<String> ids(JWKSet keys) {
        return keys.getKeys().stream().map(JWK::getKeyID).toList();
    }
}
