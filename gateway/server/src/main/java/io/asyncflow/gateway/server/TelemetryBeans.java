package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.configuration.TelemetrySettings;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.server.engine.ServedGraph;
import io.asyncflow.gateway.server.live.GraphQLSockets;
import io.asyncflow.gateway.server.subgraph.HttpSubgraphClient;
import io.asyncflow.gateway.server.subgraph.live.SubgraphSubscriptions;
import io.asyncflow.gateway.server.telemetry.AccessLog;
import io.asyncflow.gateway.server.telemetry.GraphMeters;
import io.asyncflow.gateway.server.telemetry.GraphRecords;
import io.asyncflow.gateway.server.telemetry.SubgraphGauges;
import io.asyncflow.gateway.server.telemetry.Watch;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What the gateway tells about itself. */
@Configuration(proxyBeanMethods = false)
class TelemetryBeans {

    @Bean(destroyMethod = "close")
    Watch watch(Configured configured, MeterRegistry registry) {
        return new Watch(settings(configured), isMeasured(configured) ? registry : null);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    AccessLog accessLog(Configured configured) {
        return new AccessLog(settings(configured).accessLog().enabled());
    }

    @Bean
    @Primary
    GraphRecord graphRecord(
            SupergraphHealth health, HttpSubgraphClient client, Configured configured, MeterRegistry registry) {
        List<GraphRecord> records = new ArrayList<>(List.of(health, new ServedSubgraphs(client)));
        if (isMeasured(configured)) {
            records.add(new GraphMeters(registry, Clock.systemUTC()));
            records.add(new SubgraphGauges(registry, client::states));
        }
        return new GraphRecords(records);
    }

    @Bean
    MeterBinder gatewayGauges(
            ServedGraph served, GraphQLSockets sockets, SubgraphSubscriptions upstream, Configured configured) {
        return registry -> {
            if (isMeasured(configured)) {
                Gauge.builder("gateway.operations.prepared", served, ServedGraph::preparedOperations)
                        .description("Operations that are ready to run, about")
                        .register(registry);
                Gauge.builder("gateway.sockets", sockets, GraphQLSockets::size)
                        .description("WebSockets that clients have open")
                        .register(registry);
                Gauge.builder("gateway.upstream.subscriptions", upstream, SubgraphSubscriptions::size)
                        .description("Subscriptions at subgraphs")
                        .register(registry);
                Gauge.builder("gateway.upstream.sockets", upstream, SubgraphSubscriptions::sockets)
                        .description("WebSockets to subgraphs")
                        .register(registry);
            }
        };
    }

    private static boolean isMeasured(Configured configured) {
        return settings(configured).exporters().metrics().prometheus().enabled();
    }

    private static TelemetrySettings settings(Configured configured) {
        return configured.configuration().telemetry();
    }
}
