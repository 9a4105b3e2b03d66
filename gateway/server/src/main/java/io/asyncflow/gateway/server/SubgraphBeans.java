package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.subgraph.HttpSubgraphClient;
import io.asyncflow.gateway.server.subgraph.SubgraphSettings;
import io.asyncflow.gateway.server.subgraph.live.SubgraphSubscriptions;
import io.asyncflow.gateway.server.telemetry.Watch;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The way to the subgraphs. */
@Configuration(proxyBeanMethods = false)
class SubgraphBeans {

    @Bean
    SubgraphSettings subgraphSettings(Configured configured, Environment environment) {
        GatewayConfiguration all = configured.configuration();
        Map<String, String> urls = new HashMap<>();
        if (configured.servesOwnGraph()) {
            urls.putAll(PackagedGraph.urls(environment));
        }
        urls.putAll(all.overrideSubgraphUrl());
        return new SubgraphSettings(
                all.trafficShaping(), all.headers(), all.forwardedFor().otherwise(configured.servesOwnGraph()), urls);
    }

    @Bean(destroyMethod = "close")
    SubgraphSubscriptions subgraphSubscriptions(Configured configured, ReactorResourceFactory resources) {
        return new SubgraphSubscriptions(
                configured.configuration().subscription(),
                HttpClient.create(ConnectionProvider.newConnection()).runOn(loops(resources)));
    }

    @Bean
    HttpSubgraphClient subgraphClient(
            SubgraphSettings settings,
            SubgraphSubscriptions subscriptions,
            ReactorResourceFactory resources,
            Watch watch) {
        return new HttpSubgraphClient(
                settings,
                loops(resources),
                watch.fetches(),
                new SentSubscriptions(settings, subscriptions),
                Clock.systemUTC());
    }

    private static LoopResources loops(ReactorResourceFactory resources) {
        return Objects.requireNonNull(resources.getLoopResources());
    }
}
