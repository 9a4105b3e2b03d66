package io.asyncflow.user.behaviour;

import io.asyncflow.support.events.Outbox;
import io.asyncflow.support.redis.RateLimits;
import io.asyncflow.user.Recurring;
import io.asyncflow.user.consent.ConsentBook;
import io.asyncflow.user.network.NetworkLimit;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BehaviourProperties.class)
class BehaviourConfiguration {

    @Bean
    Behaviours behaviours(
            ConsentBook consents,
            SeenBehaviour seen,
            Outbox outbox,
            RateLimits limits,
            BehaviourProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        var limit = new BehaviourLimit(
                limits.of("behaviour", properties.limit()),
                new NetworkLimit(limits, "behaviour-network", properties.limitPerNetwork()));
        return new Behaviours(consents, seen, outbox, limit, transaction, clock);
    }

    @Bean
    Recurring behaviourForgetting(SeenBehaviour seen) {
        return new Recurring("behaviour", Duration.ofHours(1), seen::forgetOld);
    }
}
