package io.asyncflow.support.events.kafka;

import io.asyncflow.support.events.Bus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "asyncflow.events.bus", havingValue = "kafka")
@EnableConfigurationProperties(KafkaProperties.class)
public class KafkaBusConfiguration {

    @Bean
    Bus kafkaBus(KafkaProperties properties) {
        return new KafkaBus(properties);
    }
}
