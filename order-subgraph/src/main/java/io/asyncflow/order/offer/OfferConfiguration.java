package io.asyncflow.order.offer;

import io.asyncflow.support.remote.ConnectionFollower;
import io.asyncflow.support.remote.RemoteGraph;
import io.asyncflow.support.remote.RemoteProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class OfferConfiguration {

    private static final Duration OVERLAP = Duration.ofMinutes(1);

    @Bean
    CatalogFollower catalogFollower(
            CatalogProperties properties,
            OfferTable offers,
            SyncTable sync,
            WebClient.Builder http,
            MeterRegistry metrics,
            Clock clock) {
        var remote = new RemoteProperties(properties.url(), properties.timeout(), properties.maxResponse());
        var catalog = new ConnectionFollower(
                new ConnectionFollower.Source(
                        new RemoteGraph("catalog", remote, http, metrics),
                        CatalogProduct.QUERY,
                        CatalogProduct.FIELD,
                        OVERLAP),
                sync,
                clock);
        return new CatalogFollower(new CatalogReading(catalog, offers, sync, properties.fullRead(), clock), properties);
    }
}
