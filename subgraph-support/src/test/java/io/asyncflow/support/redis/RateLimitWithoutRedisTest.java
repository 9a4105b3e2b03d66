package io.asyncflow.support.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.support.redis.Verdict.Refused;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class RateLimitWithoutRedisTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:30:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Redis nowhere =
            new Redis(new RedisProperties(URI.create("redis://localhost:1"), Duration.ofSeconds(1)));
    private final RateLimit limit = new RateLimits(nowhere, clock).of("test", new Limit(10, Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        nowhere.close();
    }

    @Test
    void countsInThisProcess() {
        assertThat(allowed(20)).isEqualTo(10);
        StepVerifier.create(limit.take("minji", 1))
                .expectNext(new Refused(Duration.ofSeconds(6)))
                .verifyComplete();
        now.updateAndGet(before -> before.plusSeconds(12));
        assertThat(allowed(20)).isEqualTo(2);
        StepVerifier.create(limit.take("alex", 10)).expectNext(new Allowed()).verifyComplete();
    }

    @Test
    void takesAllOrNothing() {
        StepVerifier.create(limit.take("minji", 11))
                .expectNext(new Refused(Duration.ofMinutes(1)))
                .verifyComplete();
        StepVerifier.create(limit.take("minji", 4)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.take("minji", 7))
                .expectNext(new Refused(Duration.ofSeconds(6)))
                .verifyComplete();
        StepVerifier.create(limit.take("minji", 6)).expectNext(new Allowed()).verifyComplete();
    }

    @Test
    void takesBackWhatWasNotNeeded() {
        StepVerifier.create(limit.take("minji", 10)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.giveBack("minji", 3)).verifyComplete();
        assertThat(allowed(20)).isEqualTo(3);
        StepVerifier.create(limit.giveBack("minji", 1000)).verifyComplete();
        assertThat(allowed(20)).isEqualTo(10);
    }

    private long allowed(int attempts) {
        return Flux.range(0, attempts)
                .concatMap(_ -> limit.take("minji", 1))
                .filter(Allowed.class::isInstance)
                .count()
                .blockOptional()
                .orElseThrow();
    }
}
