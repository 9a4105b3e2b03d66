package io.asyncflow.ai.recommendation;

import static io.asyncflow.ai.catalog.Shop.LINEN_CUSHION;
import static io.asyncflow.ai.catalog.Shop.STRIPED_CUSHION;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.ai.catalog.ProductProfile;
import io.asyncflow.ai.catalog.Shop;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What must hold in whichever way Redis is away. */
@TestPropertySource(properties = {"asyncflow.ai.cache.near-size=0", "asyncflow.ai.cache.retry-after=1h"})
abstract class WithoutRedis extends ShopScenario {

    @Autowired
    private MeterRegistry metrics;

    @Test
    void recommendsAsIfNothingWereWrong() {
        for (ProductProfile product : Shop.PRODUCTS) {
            assertThat(similar(product, 5).degraded()).isFalse();
        }
        assertThat(similar(LINEN_CUSHION, 1).products()).containsExactly(id(STRIPED_CUSHION));
    }

    @Test
    void stopsAskingForAWhile() {
        for (int i = 0; i < 5; i++) {
            similar(LINEN_CUSHION, 1);
        }
        double refused = refused();

        for (int i = 0; i < 20; i++) {
            similar(LINEN_CUSHION, 1);
        }

        assertThat(refused() - refused).isGreaterThanOrEqualTo(20);
    }

    /** How often Redis was not even asked. */
    private double refused() {
        return metrics.get("resilience4j.circuitbreaker.not.permitted.calls")
                .tags("name", "recommendation-cache")
                .counter()
                .count();
    }
}
