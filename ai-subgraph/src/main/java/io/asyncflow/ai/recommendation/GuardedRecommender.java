package io.asyncflow.ai.recommendation;

import io.asyncflow.ai.catalog.ProductId;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Turns a recommender that fails or dawdles into one that has nothing to say, and spares one that keeps failing. */
final class GuardedRecommender implements Recommender {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRecommender.class);

    private final Recommender recommender;
    private final Duration timeout;
    private final CircuitBreaker breaker;

    GuardedRecommender(Recommender recommender, RecommendationProperties properties, MeterRegistry metrics) {
        this.recommender = recommender;
        this.timeout = properties.timeout();
        this.breaker = Breakers.of("recommender", 10, properties.retryAfter(), metrics);
    }

    @Override
    public Mono<Map<ProductId, Ranking>> recommend(Set<ProductId> products, RecommendationIntent intent, int first) {
        return Mono.defer(() -> recommender.recommend(products, intent, first))
                .timeout(timeout)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("The recommender gave no answer")))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(CallNotPermittedException.class, _ -> Mono.just(Map.of()))
                .onErrorResume(failure -> {
                    LOG.warn("The recommender failed: {}", failure.toString());
                    LOG.debug("It failed so", failure);
                    return Mono.just(Map.of());
                });
    }
}
