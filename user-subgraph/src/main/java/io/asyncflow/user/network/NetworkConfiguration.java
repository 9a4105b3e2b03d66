package io.asyncflow.user.network;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkProperties.class)
class NetworkConfiguration {

    @Bean
    WebFilter clientAddressFilter(NetworkProperties properties) {
        return new ClientAddressFilter(properties.ranges());
    }
}
