package io.asyncflow.gateway.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

class UrlSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Registry registry = new Registry();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void findsWhatTheAddressAnswersAndEachChange() {
        registry.answers(200, "one");

        StepVerifier.create(changes(registry.url()))
                .expectNext(found("one"))
                .then(() -> registry.answers(200, "two 상황"))
                .expectNext(found("two 상황"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void asksWithTheTagOfWhatItHas() {
        registry.answersOnce("\"v1\"", "one");

        StepVerifier.create(changes(registry.url()))
                .expectNext(found("one"))
                .then(() -> awaitRequests(3))
                .then(() -> registry.answersOnce("\"v2\"", "two"))
                .expectNext(found("two"))
                .thenCancel()
                .verify(PATIENCE);

        assertThat(registry.requests().get(0).get("if-none-match")).isNull();
        assertThat(registry.requests().get(1).get("if-none-match")).isEqualTo("\"v1\"");
    }

    @Test
    void sendsItsHeaders() {
        registry.answers(200, "one");

        StepVerifier.create(changes(registry.url()).take(1))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);

        assertThat(registry.requests().getFirst().get("authorization")).isEqualTo("Bearer t");
        assertThat(registry.requests().getFirst().get("accept-encoding")).contains("gzip");
    }

    @Test
    void saysWhatIsWrongAndWhenItIsOver() {
        registry.answers(200, "one");

        StepVerifier.create(changes(registry.url()))
                .expectNext(found("one"))
                .then(() -> registry.answers(503, "sorry"))
                .expectNext(failed("it answers with status 503"))
                .then(() -> registry.answers(200, " "))
                .expectNext(failed("its answer is empty"))
                .then(() -> registry.answersBytes(new byte[] {(byte) 0xFF}))
                .expectNext(failed("its answer is not UTF-8 text"))
                .then(() -> registry.answers(200, "one"))
                .expectNext(new Unchanged(registry.url()))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void readsNoMoreThanItsLimitEvenOfWhatIsCompressed() {
        registry.answers(200, "x".repeat(100_000));

        StepVerifier.create(changes(registry.url()).take(1))
                .expectNext(failed("its answer is larger than 1000B"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void givesUpOnWhoStaysSilentAndGoesOn() {
        registry.staysSilent();

        StepVerifier.create(changes(registry.url(), Duration.ofSeconds(1)))
                .expectNext(failed("it did not answer within 1s"))
                .then(() -> registry.answers(200, "one"))
                .expectNext(found("one"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void saysThatNobodyIsThere() {
        registry.close();

        StepVerifier.create(changes(registry.url()).take(1))
                .expectNext(failed("nothing answers there: the connection was refused or took too long"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void saysThatTheConnectionBroke() {
        registry.breaksOff();

        StepVerifier.create(changes(registry.url()).take(1))
                .expectNext(failed("the connection was closed before all of the answer had come"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void showsNoSecretOfItsAddress() {
        registry.answers(403, "");

        StepVerifier.create(changes(registry.url() + "?signature=secret").take(1))
                .expectNext(failed("it answers with status 403"))
                .expectComplete()
                .verify(PATIENCE);
    }

    private void awaitRequests(int count) {
        while (registry.requests().size() < count) {
            Thread.onSpinWait();
        }
    }

    private Loaded found(String sdl) {
        return new Found(sdl, registry.url());
    }

    private Loaded failed(String reason) {
        return new Failed(registry.url() + ": " + reason, registry.url());
    }

    private static Flux<Loaded> changes(String url) {
        return changes(url, Duration.ofSeconds(10));
    }

    private static Flux<Loaded> changes(String url, Duration timeout) {
        var settings = new SourceSettings(
                null,
                url,
                Map.of("authorization", "Bearer t"),
                Map.of(),
                Duration.ofMillis(100),
                timeout,
                DataSize.ofBytes(1_000));
        return new UrlSource(url, settings, HttpClient.create()).changes();
    }
}
