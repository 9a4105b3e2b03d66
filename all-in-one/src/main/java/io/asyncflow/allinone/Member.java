package io.asyncflow.allinone;

import io.asyncflow.ai.AiSubgraph;
import io.asyncflow.catalog.CatalogSubgraph;
import io.asyncflow.gateway.server.GatewayServer;
import io.asyncflow.order.OrderSubgraph;
import io.asyncflow.service.Service;
import io.asyncflow.user.UserSubgraph;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A service with the port it listens on.
 *
 * @param database what it calls its database, if it has one
 */
record Member(Service service, Optional<String> database, int port) {

    /** All of them, in the order they start. */
    static List<Member> all(Map<String, String> environment) {
        return List.of(
                of(CatalogSubgraph.SERVICE, "catalog", 4001, environment),
                of(OrderSubgraph.SERVICE, "orders", 4002, environment),
                of(UserSubgraph.SERVICE, "users", 4003, environment),
                of(AiSubgraph.SERVICE, "ai", 4004, environment),
                of(GatewayServer.SERVICE, "", 4000, environment));
    }

    private static Member of(Service service, String database, int defaultPort, Map<String, String> environment) {
        String port = environment.get(portVariable(service.name()));
        return new Member(
                service,
                Optional.of(database).filter(name -> !name.isEmpty()),
                port == null ? defaultPort : number(service.name(), port));
    }

    private static int number(String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException malformed) {
            throw new Problem(portVariable(name) + " must be a port number, but is '" + text + "'", malformed);
        }
        throw new Problem(portVariable(name) + " must be between 1 and 65535, but is " + text);
    }

    private static String portVariable(String name) {
        return name.toUpperCase(Locale.ROOT) + "_PORT";
    }

    String name() {
        return service.name();
    }

    String portVariable() {
        return portVariable(name());
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Where queries go. */
    String graph() {
        return address() + "/graphql";
    }

    /** Whether it serves the whole graph rather than a part of it. */
    boolean servesEverything() {
        return service.equals(GatewayServer.SERVICE);
    }

    String[] arguments(String[] settings) {
        var arguments = Arrays.copyOf(settings, settings.length + 1);
        arguments[settings.length] = "--server.port=" + port;
        return arguments;
    }
}
