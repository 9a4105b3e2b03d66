package io.asyncflow.support;

import io.asyncflow.service.ServiceConfiguration;
import io.asyncflow.support.events.EventsConfiguration;
import io.asyncflow.support.events.redis.RedisBusConfiguration;
import io.asyncflow.support.graphql.GraphQlConfiguration;
import io.asyncflow.support.identity.IdentityConfiguration;
import io.asyncflow.support.redis.RedisConfiguration;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that {@link Subgraph} brings. */
@Configuration(proxyBeanMethods = false)
@Import({
    ServiceConfiguration.class,
    IdentityConfiguration.class,
    GraphQlConfiguration.class,
    RedisConfiguration.class,
    EventsConfiguration.class,
    RedisBusConfiguration.class
})
class SubgraphConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
