package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.http.GraphQLEndpoint;
import io.asyncflow.gateway.server.live.GraphQLSockets;
import io.asyncflow.gateway.server.subgraph.HttpSubgraphClient;
import io.asyncflow.gateway.server.subgraph.live.SubgraphSubscriptions;
import java.time.Duration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * How the gateway stops. It is not ready any more before any of this; then what never ends by itself is ended, then the
 * server waits for the requests that run, and only then the subgraphs are left.
 */
@Configuration(proxyBeanMethods = false)
class StoppingBeans {

    private static final int SERVER = WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    private static final int BEFORE_SERVER = SERVER + 1024;
    private static final int AFTER_SERVER = WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1024;

    /** How long what runs on WebSockets may go on, while nothing new is taken there. */
    private static final Duration GRACE = Duration.ofSeconds(8);

    /** Nobody waits for an answer when the server is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Bean
    StoppingStep endStreams(GraphQLEndpoint endpoint, GraphQLSockets sockets) {
        return new StoppingStep(BEFORE_SERVER, () -> {
            endpoint.close();
            return sockets.shutDown(GRACE);
        });
    }

    @Bean
    StoppingStep leaveSubgraphs(HttpSubgraphClient client, SubgraphSubscriptions subscriptions) {
        return new StoppingStep(
                AFTER_SERVER, () -> client.close(PATIENCE).then(Mono.fromRunnable(subscriptions::close)));
    }
}
