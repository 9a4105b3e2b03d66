package io.asyncflow.gateway.server;

import io.asyncflow.gateway.executor.GraphQLService;
import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.graphiql.Graphiql;
import io.asyncflow.gateway.server.graphiql.Tour;
import io.asyncflow.gateway.server.http.ConnectionLimits;
import io.asyncflow.gateway.server.http.GraphQLEndpoint;
import io.asyncflow.gateway.server.http.GraphQLRoutes;
import io.asyncflow.gateway.server.http.HttpSettings;
import io.asyncflow.gateway.server.live.GraphQLSockets;
import io.asyncflow.gateway.server.telemetry.AccessLog;
import io.asyncflow.gateway.server.telemetry.Transport;
import io.asyncflow.gateway.server.telemetry.Watch;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The ways in. */
@Configuration(proxyBeanMethods = false)
class TransportBeans {

    @Bean
    GraphQLEndpoint graphQLEndpoint(GraphQLService service, Watch watch, Configured configured) {
        GatewayConfiguration all = configured.configuration();
        boolean leads = all.graphiql().enabled() && all.homepage().enabled();
        return new GraphQLEndpoint(
                "gateway",
                watch.over(service, Transport.HTTP),
                new HttpSettings(
                        all.cors(),
                        all.csrf(),
                        all.batching(),
                        all.compression(),
                        all.limits().http(),
                        all.streams(),
                        leads ? "/graphiql" : null));
    }

    @Bean
    GraphQLSockets graphQLSockets(
            GraphQLService service, GraphQLEndpoint endpoint, Watch watch, Configured configured) {
        return new GraphQLSockets(
                "gateway",
                watch.over(service, Transport.WEBSOCKET),
                configured.configuration().websocket(),
                endpoint::admits);
    }

    @Bean
    NettyRouteProvider graphQLRoutes(
            GraphQLEndpoint endpoint, GraphQLSockets sockets, AccessLog log, Configured configured) {
        Set<String> paths = new LinkedHashSet<>(GraphQLRoutes.PATHS);
        paths.add(configured.configuration().supergraph().path());
        boolean served = configured.configuration().websocket().enabled();
        return new GraphQLRoutes(log.over(endpoint), served ? log.over(sockets) : null, List.copyOf(paths));
    }

    @Bean
    ConnectionLimits connectionLimits(Configured configured) {
        return new ConnectionLimits(configured.configuration().limits().http());
    }

    @Bean
    RouterFunction<ServerResponse> graphiql(Configured configured) {
        GatewayConfiguration all = configured.configuration();
        return Graphiql.routes(
                configured.servesOwnGraph() ? all.graphiql().orTabs(Tour.documents()) : all.graphiql(),
                all.supergraph().path());
    }
}
