package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.server.configuration.GatewayConfiguration;
import io.asyncflow.gateway.server.configuration.binding.YamlFile;
import io.asyncflow.gateway.server.subgraph.header.HeaderRules;
import io.asyncflow.gateway.server.subgraph.header.SentHeaders;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** Which subgraphs learn where callers are, of a whole gateway. */
class CallersPlaceTest {

    private static final Caller CALLER =
            new Caller(Map.of("x-forwarded-for", List.of("1.1.1.1")), InetAddress.ofLiteral("203.0.113.9"));

    @Test
    void tellsThePackagedGraph() {
        for (String subgraph : List.of("catalog", "order", "user", "ai")) {
            assertThat(told(GatewayConfiguration.DEFAULT, subgraph)).containsExactly("203.0.113.9");
            assertThat(told(GatewayConfiguration.PRODUCTION, subgraph)).containsExactly("203.0.113.9");
        }
        assertThat(told(configuration("forwarded_for: {subgraphs: {ai: false}}"), "ai"))
                .isEmpty();
        assertThat(told(configuration("forwarded_for: {all: false}"), "user")).isEmpty();
    }

    @Test
    void tellsOtherGraphsOnlyIfTheyAreToBeTold() {
        String source = "supergraph: {source: {file: supergraph.graphql}}\n";
        assertThat(told(configuration(source), "user")).isEmpty();
        assertThat(told(configuration(source + "forwarded_for: {trusted_proxies: [203.0.113.0/24]}"), "user"))
                .isEmpty();
        assertThat(told(configuration(source + "forwarded_for: {all: true}"), "user"))
                .containsExactly("203.0.113.9");
    }

    @Test
    void looksAtTheConnectionWhateverIsWrittenOnIt(@TempDir Path folder) throws Exception {
        try (var gateway = new LiveGateway(folder, "forwarded_for: {all: true}")) {
            gateway.post("{ product { name } }", forged()).join();
            assertThat(gateway.forwardedFor).containsExactly("127.0.0.1");
        }
        try (var gateway = new LiveGateway(folder, "forwarded_for: {all: true, trusted_proxies: [127.0.0.1]}")) {
            gateway.post("{ product { name } }", forged()).join();
            assertThat(gateway.forwardedFor).containsExactly("1.1.1.1, 2.2.2.2, 127.0.0.1");
        }
    }

    private static String[] forged() {
        return new String[] {"X-Forwarded-For", "1.1.1.1", "x-forwarded-for", "2.2.2.2", "Forwarded", "for=3.3.3.3"};
    }

    private static GatewayConfiguration configuration(String yaml) {
        return new YamlFile("gateway.yaml", yaml).bind(GatewayConfiguration.DEFAULT, _ -> null);
    }

    private static List<String> told(GatewayConfiguration configuration, String subgraph) {
        var environment = new MockEnvironment();
        for (String name : List.of("catalog", "order", "user", "ai")) {
            environment.setProperty("asyncflow.gateway.subgraphs." + name, "http://localhost/" + name);
        }
        HeaderRules rules = new SubgraphBeans()
                .subgraphSettings(new Configured(configuration), environment)
                .rules(subgraph);
        SentHeaders sent = rules.withOrigin(rules.apply(CALLER), CALLER);
        return sent.toMap().getOrDefault("x-forwarded-for", List.of());
    }
}
