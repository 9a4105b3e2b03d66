package io.asyncflow.support.redis;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedisProperties.class)
public class RedisConfiguration {

    @Bean
    Redis redis(RedisProperties properties) {
        return new Redis(properties);
    }

    @Bean
    RateLimits rateLimits(Redis redis, Clock clock) {
        return new RateLimits(redis, clock);
    }
}
