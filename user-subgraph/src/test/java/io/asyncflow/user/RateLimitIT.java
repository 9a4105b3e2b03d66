package io.asyncflow.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.asyncflow.support.redis.Limit;
import io.asyncflow.support.redis.RateLimit;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.support.redis.Verdict;
import io.asyncflow.support.redis.Verdict.Allowed;
import io.asyncflow.support.redis.Verdict.Refused;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** Counting in Redis, for replicas that are limits of the same name. */
@RunningSubgraph
class RateLimitIT {

    private static final Limit TEN = new Limit(10, Duration.ofMinutes(10));

    @Autowired
    private RateLimits limits;

    private final String name = UUID.randomUUID().toString();

    @Test
    void isOneForAllReplicas() {
        var replicas = List.of(limits.of(name, TEN), limits.of(name, TEN), limits.of(name, TEN));
        var allowed = Flux.range(0, 300)
                .flatMap(i -> replicas.get(i % 3).take("minji", 1), 64)
                .filter(Allowed.class::isInstance)
                .count();
        StepVerifier.create(allowed).expectNext(10L).verifyComplete();
        StepVerifier.create(replicas.getFirst().take("alex", 1))
                .expectNext(new Allowed())
                .verifyComplete();
    }

    @Test
    void tellsWhenToComeBack() {
        RateLimit limit = limits.of(name, TEN);
        StepVerifier.create(limit.take("minji", 10)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.take("minji", 3))
                .assertNext(verdict -> assertThat(verdict)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.retryAfter())
                                        .isBetween(Duration.ofSeconds(170), Duration.ofSeconds(180))))
                .verifyComplete();
    }

    @Test
    void givesPermitsAgainAfterAWhile() {
        RateLimit limit = limits.of(name, new Limit(2, Duration.ofSeconds(1)));
        StepVerifier.create(limit.take("minji", 2)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.take("minji", 1))
                .expectNextMatches(Refused.class::isInstance)
                .verifyComplete();
        await().atMost(Duration.ofSeconds(10)).until(() -> verdict(limit) instanceof Allowed);
    }

    @Test
    void takesBackWhatWasNotNeeded() {
        RateLimit limit = limits.of(name, TEN);
        StepVerifier.create(limit.take("minji", 10)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.giveBack("minji", 4)).verifyComplete();
        StepVerifier.create(limit.take("minji", 4)).expectNext(new Allowed()).verifyComplete();
        StepVerifier.create(limit.take("minji", 1))
                .expectNextMatches(Refused.class::isInstance)
                .verifyComplete();
    }

    private static Verdict verdict(RateLimit limit) {
        return limit.take("minji", 1).blockOptional().orElseThrow();
    }
}
