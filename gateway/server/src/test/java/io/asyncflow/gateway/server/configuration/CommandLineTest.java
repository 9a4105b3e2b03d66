package io.asyncflow.gateway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.configuration.CommandLine.Print;
import io.asyncflow.gateway.server.configuration.CommandLine.Refused;
import io.asyncflow.gateway.server.configuration.CommandLine.Serve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    private static final Map<String, String> PRODUCTION = Map.of("SPRING_PROFILES_ACTIVE", "json, production");

    @TempDir
    Path folder;

    @Test
    void servesWithWhatIsConfigured() {
        assertThat(read(Map.of(), "--port", "4100")).isInstanceOfSatisfying(Serve.class, serve -> {
            assertThat(serve.configuration().supergraph().listenAddress().port())
                    .isEqualTo(4100);
            assertThat(serve.configuration().supergraph().introspection()).isTrue();
        });
        assertThat(read(PRODUCTION)).isEqualTo(new Serve(GatewayConfiguration.PRODUCTION));
    }

    @Test
    void printsWhatHoldsWithoutItsSecrets() throws IOException {
        Files.writeString(folder.resolve("g.yaml"), """
                supergraph: {source: {url: "http://registry/sdl", headers: {authorization: "${env.TOKEN}"}}}
                """);

        assertThat(read(Map.of("TOKEN", "s3cret"), "--config", "g.yaml", "--port", "5000", "--print-config"))
                .isInstanceOfSatisfying(
                        Print.class,
                        print -> assertThat(print.text())
                                .contains(
                                        "listen: \"0.0.0.0:5000\"",
                                        "url: http://registry/sdl",
                                        "authorization: \"********\"")
                                .contains("# Whether clients may ask for the schema.")
                                .doesNotContain("s3cret"));
    }

    @Test
    void printsAddressesWithoutTheirQueries() throws IOException {
        Files.writeString(folder.resolve("g.yaml"), """
                supergraph: {source: {subgraphs: {a: {routing_url: "http://a/?key=s3cret", schema: {}}}}}
                override_subgraph_url: {a: "http://b:4001/graphql?key=s3cret"}
                headers: {all: {request: [{propagate: {named: x-key, default: s3cret}}]}}
                telemetry: {exporters: {tracing: {otlp: {endpoint: "http://c/v1/traces?key=s3cret"}}}}
                """);

        assertThat(read(Map.of(), "--config", "g.yaml", "--print-config"))
                .isInstanceOfSatisfying(
                        Print.class,
                        print -> assertThat(print.text())
                                .contains(
                                        "routing_url: \"http://a/?********\"",
                                        "a: \"http://b:4001/graphql?********\"",
                                        "default: \"********\"",
                                        "endpoint: \"http://c/v1/traces?********\"")
                                .doesNotContain("s3cret"));
    }

    @Test
    void printsTheSchemaAndTheHelp() {
        assertThat(read(PRODUCTION, "--print-schema"))
                .isInstanceOfSatisfying(
                        Print.class,
                        print -> assertThat(print.text()).startsWith("{").contains("\"additionalProperties\" : false"));
        assertThat(read(Map.of(), "--port", "1", "--help")).isEqualTo(new Print(GatewayOptions.HELP));
    }

    @Test
    void complainsAboutOptionsAndConfigurations() throws IOException {
        Files.writeString(folder.resolve("g.yaml"), "graphql: {}\nhomepage: {enabled: 1}");

        assertThat(read(Map.of(), "--prot", "1"))
                .isEqualTo(
                        new Refused(
                                "Unknown option '--prot'. Did you mean '--port'? There is --supergraph, --config,"
                                        + " --port, --print-config, --print-schema, --help.\n'./commerce gateway --help' lists the options."));
        assertThat(read(Map.of(), "--supergraph", "http://"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message())
                                .startsWith(
                                        "Option '--supergraph' must be an address such as http://localhost:4001/graphql, or a"
                                                + " file, not 'http://'."));
        assertThat(read(Map.of(), "--config", "no.yaml"))
                .isEqualTo(new Refused("there is no file " + folder.resolve("no.yaml")));
        assertThat(read(Map.of(), "--config", "g.yaml"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.message())
                                .hasLineCount(2)
                                .contains("g.yaml:1:1: graphql is unknown. Did you mean 'graphiql'?")
                                .contains("g.yaml:2:21: homepage.enabled must be true or false, not '1'"));
    }

    private CommandLine read(Map<String, String> environment, String... arguments) {
        return CommandLine.read(List.of(arguments), folder, environment::get);
    }
}
