package io.asyncflow.ai.recommendation.redis;

import io.asyncflow.ai.recommendation.LiveIndex;
import io.asyncflow.ai.recommendation.Recommender;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CacheProperties.class)
class CacheConfiguration {

    @Bean
    @Primary
    Recommender recommender(
            @Qualifier("guardedRecommender") Recommender guardedRecommender,
            LiveIndex index,
            RedisRankings redis,
            CacheProperties properties) {
        return new CachedRecommender(guardedRecommender, index, redis, properties);
    }
}
