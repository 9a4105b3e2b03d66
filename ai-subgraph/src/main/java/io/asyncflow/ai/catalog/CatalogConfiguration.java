package io.asyncflow.ai.catalog;

import io.asyncflow.support.remote.ConnectionFollower;
import io.asyncflow.support.remote.RemoteGraph;
import io.asyncflow.support.remote.RemoteProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class CatalogConfiguration {

    @Bean
    ConnectionFollower catalogProducts(
            CatalogProperties properties, SyncState state, WebClient.Builder http, MeterRegistry metrics, Clock clock) {
        var remote = new RemoteProperties(properties.url(), properties.timeout(), properties.maxResponse());
        var graph = new RemoteGraph("catalog", remote, http, metrics);
        return new ConnectionFollower(
                new ConnectionFollower.Source(graph, ProductNode.DOCUMENT, "products", properties.overlap()),
                state,
                clock);
    }
}
