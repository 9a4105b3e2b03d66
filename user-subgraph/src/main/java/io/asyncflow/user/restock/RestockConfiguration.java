package io.asyncflow.user.restock;

import io.asyncflow.user.Recurring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RestockProperties.class)
class RestockConfiguration {

    @Bean
    Recurring restockDelivering(RestockDelivery delivery, RestockProperties properties) {
        return new Recurring("restock notices", properties.deliver(), delivery::run);
    }
}
