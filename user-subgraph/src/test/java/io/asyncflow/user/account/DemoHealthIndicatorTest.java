package io.asyncflow.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class DemoHealthIndicatorTest {

    @Test
    void isUpWhenThereIsNothingToLoad() {
        StepVerifier.create(status(new DemoHealthIndicator(Mono.empty())))
                .expectNext(Status.UP)
                .verifyComplete();
    }

    @Test
    void isOutOfServiceUntilTheDataIsThere() {
        var loading = TestPublisher.<Void>create();
        StepVerifier.withVirtualTime(() -> {
                    var health = new DemoHealthIndicator(loading.mono());
                    health.run(new DefaultApplicationArguments());
                    return Mono.defer(() -> status(health)).repeat(1);
                })
                .expectSubscription()
                .thenAwait(Duration.ofSeconds(1))
                .expectNext(Status.OUT_OF_SERVICE)
                .then(loading::complete)
                .expectNext(Status.UP)
                .verifyComplete();
        loading.assertWasNotCancelled();
    }

    @Test
    void loadsOnce() {
        var loads = new AtomicInteger();
        var health = new DemoHealthIndicator(Mono.fromRunnable(loads::incrementAndGet));
        health.run(new DefaultApplicationArguments());
        StepVerifier.create(status(health)).expectNext(Status.UP).verifyComplete();
        assertThat(loads).hasValue(1);
    }

    @Test
    void isDownAfterAFailureAndTriesAgain() {
        var attempts = new ArrayList<>(
                List.of(Mono.<Void>error(new IllegalStateException("no database")), Mono.<Void>empty()));
        var health = new DemoHealthIndicator(Mono.defer(attempts::removeFirst));
        StepVerifier.create(status(health)).expectNext(Status.DOWN).verifyComplete();
        StepVerifier.create(status(health)).expectNext(Status.UP).verifyComplete();
    }

    private static Mono<Status> status(DemoHealthIndicator health) {
        return health.health().map(Health::getStatus);
    }
}
