package io.asyncflow.gateway.server;

import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import org.springframework.core.env.Environment;

/** What somebody at this machine opens. */
final class Front {

    private Front() {}

    static String of(GatewayConfiguration configuration, Environment environment) {
        String address =
                "http://" + host(configuration.supergraph().listenAddress().host()) + ":"
                        + environment.getRequiredProperty("local.server.port");
        String endpoint = address + configuration.supergraph().path();
        return configuration.graphiql().enabled() ? endpoint + ", GraphiQL at " + address + "/graphiql" : endpoint;
    }

    /** All addresses of the machine are no address that can be opened. */
    private static String host(String listening) {
        return switch (listening) {
            case "0.0.0.0", "[::]" -> "localhost";
            default -> listening;
        };
    }
}
