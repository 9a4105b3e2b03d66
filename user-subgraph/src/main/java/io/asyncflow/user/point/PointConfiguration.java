package io.asyncflow.user.point;

import io.asyncflow.user.Recurring;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PointProperties.class)
class PointConfiguration {

    @Bean
    Recurring pointSweeping(PointSweep sweep, PointProperties properties) {
        return new Recurring("points", properties.sweep(), sweep::run);
    }
}
