package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The endpoint beside WebFlux, in a server that Spring Boot starts. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.main.web-application-type=reactive",
            "server.max-http-request-header-size=16KB",
            "server.netty.max-initial-line-length=8KB"
        })
class MountedInSpringTest {

    @LocalServerPort
    private int port;

    @Test
    void servesItsPathsAndLeavesTheOthersToWebFlux() {
        assertThat(send(Gateway.request("{\"query\":\"{a}\"}"), "}}"))
                .startsWith("HTTP/1.1 200 ")
                .contains("__typename");
        assertThat(send("GET /other HTTP/1.1\r\nHost: h\r\n\r\n", "flux")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void leavesTheHandshakeOfAWebSocketToWebFlux() {
        String handshake = "GET /graphql HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: WebSocket\r\n\r\n";

        assertThat(send(handshake, "flux")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void setsItsLimitsInsteadOfSprings() {
        assertThat(send("GET /other HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(5000) + "\r\n\r\n", "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(send("GET /other HTTP/1.1\r\nHost:", "408")).startsWith("HTTP/1.1 408");
    }

    private String send(String request, String until) {
        try (var wire = new Gateway.Wire(port)) {
            return wire.write(request).readUntil(until);
        }
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Server {

        private static final HttpLimitSettings LIMITS = new HttpLimitSettings(
                DataSize.ofKilobytes(10),
                DataSize.ofKilobytes(2),
                DataSize.ofKilobytes(4),
                Duration.ofMillis(300),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));

        @Bean
        GraphQLEndpoint endpoint() {
            return new GraphQLEndpoint("gateway", new FakeService(), SettingsForTests.with(LIMITS));
        }

        @Bean
        GraphQLRoutes routes(GraphQLEndpoint endpoint) {
            return new GraphQLRoutes(endpoint, null, GraphQLRoutes.PATHS);
        }

        @Bean
        ConnectionLimits limits() {
            return new ConnectionLimits(LIMITS);
        }

        @Bean
        RouterFunction<ServerResponse> rest() {
            return RouterFunctions.route()
                    .GET("/**", _ -> ServerResponse.ok().bodyValue("flux"))
                    .build();
        }
    }
}
