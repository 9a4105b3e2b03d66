package io.asyncflow.support.events.redis;

import io.asyncflow.support.events.Bus;
import io.asyncflow.support.redis.Redis;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "asyncflow.events.bus", havingValue = "redis", matchIfMissing = true)
@EnableConfigurationProperties(RedisBusProperties.class)
public class RedisBusConfiguration {

    @Bean
    Bus redisBus(Redis redis, RedisBusProperties properties) {
        return new RedisBus(redis, properties);
    }
}
