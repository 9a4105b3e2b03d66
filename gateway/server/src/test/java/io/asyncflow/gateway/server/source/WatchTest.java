package io.asyncflow.gateway.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WatchTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Test
    void tellsNothingTwice() {
        StepVerifier.withVirtualTime(() -> changes(
                        found("a"),
                        found("a"),
                        Mono.empty(),
                        failed("down"),
                        failed("down"),
                        failed("still down"),
                        found("a"),
                        found("a"),
                        found("b"),
                        failed("down"),
                        Mono.just(new Unchanged("there")),
                        Mono.just(new Unchanged("there")),
                        failed("down"),
                        found("c"),
                        found("a")))
                .expectNext(new Found("a", "there"))
                .thenAwait(PAUSE.multipliedBy(14))
                .expectNext(
                        new Failed("down", "there"),
                        new Failed("still down", "there"),
                        new Unchanged("there"),
                        new Found("b", "there"),
                        new Failed("down", "there"),
                        new Unchanged("there"),
                        new Failed("down", "there"),
                        new Found("c", "there"),
                        new Found("a", "there"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void looksAgainOnlyAfterThePause() {
        StepVerifier.withVirtualTime(() -> changes(found("a"), found("b")))
                .expectNext(new Found("a", "there"))
                .expectNoEvent(PAUSE.minusMillis(1))
                .thenAwait(Duration.ofMillis(1))
                .expectNext(new Found("b", "there"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void goesOnWhenALookBreaks() {
        StepVerifier.withVirtualTime(() -> changes(Mono.error(new IllegalStateException("broken")), found("a")))
                .expectNext(new Failed("java.lang.IllegalStateException: broken", "there"))
                .thenAwait(PAUSE)
                .expectNext(new Found("a", "there"))
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void tellsEverySubscriberAll() {
        Flux<Loaded> changes = changes(found("a"), found("a"));

        StepVerifier.create(changes.take(1)).expectNextCount(1).verifyComplete();
        StepVerifier.create(changes.take(1)).expectNextCount(1).verifyComplete();
    }

    @Test
    void asksOftenAtFirstAndRarelyWhatFails() {
        var pauses = new Pauses(Duration.ofSeconds(10));
        for (int expected : List.of(250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000)) {
            pauses.failed();
            assertThat(pauses.next()).isBetween(Duration.ofMillis(expected * 9L / 10), Duration.ofMillis(expected));
        }
        pauses.succeeded();
        assertThat(pauses.next()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        for (int expected : List.of(20_000, 40_000, 60_000, 60_000)) {
            pauses.failed();
            assertThat(pauses.next()).isBetween(Duration.ofMillis(expected * 9L / 10), Duration.ofMillis(expected));
        }
        for (int i = 0; i < 100; i++) {
            pauses.failed();
        }
        assertThat(pauses.next()).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(60));
    }

    private static Mono<Loaded> found(String sdl) {
        return Mono.just(new Found(sdl, "there"));
    }

    private static Mono<Loaded> failed(String message) {
        return Mono.just(new Failed(message, "there"));
    }

    @SafeVarargs
    private static Flux<Loaded> changes(Mono<Loaded>... looks) {
        Deque<Mono<Loaded>> left = new ArrayDeque<>(List.of(looks));
        return Watch.changes(
                () -> new Watch() {
                    @Override
                    public Mono<Loaded> look() {
                        return left.isEmpty() ? Mono.never() : left.removeFirst();
                    }

                    @Override
                    public Duration pause() {
                        return PAUSE;
                    }
                },
                "there");
    }
}
