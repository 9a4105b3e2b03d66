package io.asyncflow.ai.recommendation;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RecommendationProperties.class)
class RecommendationConfiguration {

    /** Comparing a page of products takes longer than an event loop may be held up. */
    @Bean(destroyMethod = "dispose")
    Scheduler recommendationWorkers() {
        return Schedulers.newParallel("recommendations", Runtime.getRuntime().availableProcessors(), true);
    }

    @Bean
    Recommender contentRecommender(LiveIndex index, Scheduler recommendationWorkers, Clock clock) {
        return new ContentRecommender(index, recommendationWorkers, clock);
    }

    @Bean
    Recommender guardedRecommender(
            @Qualifier("contentRecommender") Recommender contentRecommender,
            RecommendationProperties properties,
            MeterRegistry metrics) {
        return new GuardedRecommender(contentRecommender, properties, metrics);
    }
}
