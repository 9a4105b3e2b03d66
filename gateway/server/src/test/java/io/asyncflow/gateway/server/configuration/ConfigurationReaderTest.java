package io.asyncflow.gateway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.server.configuration.binding.WrongConfiguration;
import io.asyncflow.gateway.server.http.SlowConsumer;
import io.asyncflow.gateway.server.source.LiveSubgraph;
import io.asyncflow.gateway.server.source.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ConfigurationReaderTest {

    @TempDir
    Path folder;

    @Test
    void holdsTheDefaultsWhereNothingIsGiven() throws IOException {
        assertThat(read(Map.of(), false)).isEqualTo(GatewayConfiguration.DEFAULT);
        assertThat(read(Map.of(), true)).isEqualTo(GatewayConfiguration.PRODUCTION);
    }

    @Test
    void tellsNothingInProductionThatWasNotAskedFor() throws IOException {
        GatewayConfiguration production = read(Map.of(), true);
        write("{supergraph: {introspection: true}, graphiql: {enabled: true}}");
        GatewayConfiguration asked = read(Map.of(), true, "--config", "gateway.yaml");

        assertThat(production.supergraph().introspection()).isFalse();
        assertThat(production.graphiql().enabled()).isFalse();
        assertThat(production.exposeQueryPlan().enabled()).isFalse();
        assertThat(production.includeSubgraphErrors().of("catalog")).isFalse();
        assertThat(asked.supergraph().introspection()).isTrue();
        assertThat(asked.graphiql().enabled()).isTrue();
        assertThat(asked.exposeQueryPlan().enabled()).isFalse();
    }

    @Test
    void readsAConfigurationLikeThoseOfOtherRouters() throws IOException {
        write("""
                supergraph:
                  listen: 127.0.0.1:${env.PORT:-8080}
                  path: /
                  introspection: true
                  query_planning:
                    cache: { in_memory: { limit: 1000 } }
                    warmed_up_queries: 20
                  source:
                    poll_interval: 5s
                    subgraphs:
                      catalog:
                        routing_url: http://localhost:4001/graphql
                      order:
                        routing_url: http://localhost:4002/graphql
                        schema:
                          subgraph_url: http://localhost:5002/graphql
                          introspection_headers: { authorization: "Bearer ${env.TOKEN}" }
                override_subgraph_url:
                  catalog: http://catalog/graphql
                include_subgraph_errors:
                  all: false
                  subgraphs: { catalog: true }
                telemetry:
                  exporters:
                    tracing:
                      common: { sampler: 0.1 }
                      otlp: { enabled: true, endpoint: "http://collector:4318/v1/traces" }
                """);

        GatewayConfiguration read = read(Map.of("TOKEN", "t"), false, "--config", "gateway.yaml");

        SupergraphSettings supergraph = read.supergraph();
        assertThat(supergraph.listenAddress()).isEqualTo(new ListenAddress("127.0.0.1", 8080));
        assertThat(supergraph.queryPlanning().cache().inMemory().limit()).isEqualTo(1000);
        assertThat(supergraph.source().pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(supergraph.source().subgraphs().values())
                .containsExactly(
                        new LiveSubgraph("http://localhost:4001/graphql", LiveSubgraph.Schema.DEFAULT),
                        new LiveSubgraph(
                                "http://localhost:4002/graphql",
                                new LiveSubgraph.Schema(
                                        "http://localhost:5002/graphql", Map.of("authorization", "Bearer t"))));
        assertThat(read.overrideSubgraphUrl()).containsExactly(Map.entry("catalog", "http://catalog/graphql"));
        assertThat(read.includeSubgraphErrors().of("catalog")).isTrue();
        assertThat(read.includeSubgraphErrors().of("order")).isFalse();
        assertThat(read.telemetry().exporters().tracing().common().sampler()).isEqualTo(0.1);
        assertThat(read.telemetry().exporters().tracing().otlp().enabled()).isTrue();
    }

    @Test
    void readsTheSectionsOfEveryFeature() throws IOException {
        write("""
                headers:
                  all:
                    request:
                      - propagate: { matching: "^x-.*" }
                      - propagate: { named: authorization, default: none }
                  subgraphs:
                    catalog:
                      request:
                        - insert: { name: x-gateway, value: asyncflow }
                        - remove: { named: cookie }
                traffic_shaping:
                  all: { timeout: 5s }
                  subgraphs:
                    catalog: { timeout: 500ms, retry: { max: 1 } }
                cors: { origins: [https://shop.example.com], allow_credentials: true }
                csrf: { required_headers: [x-mine] }
                limits: { http_max_request_bytes: 2MB, max_depth: 20 }
                batching: { enabled: true, maximum_size: 3 }
                apq: { enabled: false }
                compression: { level: 1 }
                websocket: { max_operations_per_socket: 7 }
                streams: { slow_consumer: drop_oldest }
                graphiql: { tabs: ["{ products { nodes { title } } }"] }
                """);

        GatewayConfiguration read = read(Map.of(), false, "--config", "gateway.yaml");

        assertThat(read.headers().all().request()).hasSize(2);
        assertThat(read.headers().subgraphs())
                .hasEntrySatisfying("catalog", own -> assertThat(own.request()).hasSize(2));
        assertThat(read.trafficShaping().of("catalog").timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(read.trafficShaping().of("order").timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(read.cors().origins()).containsExactly("https://shop.example.com");
        assertThat(read.csrf().requiredHeaders()).containsExactly("x-mine");
        assertThat(read.limits().http().httpMaxRequestBytes()).isEqualTo(DataSize.ofMegabytes(2));
        assertThat(read.limits().operations().maxDepth()).isEqualTo(20);
        assertThat(read.batching().maximumSize()).isEqualTo(3);
        assertThat(read.apq().enabled()).isFalse();
        assertThat(read.compression().level()).isEqualTo(1);
        assertThat(read.websocket().maxOperationsPerSocket()).isEqualTo(7);
        assertThat(read.streams().slowConsumer()).isEqualTo(SlowConsumer.DROP_OLDEST);
        assertThat(read.graphiql().enabled()).isTrue();
        assertThat(read.graphiql().tabs()).hasSize(1);
    }

    @Test
    void letsTheOptionsWinOverTheFileAndTheFileOverTheEnvironment() throws IOException {
        write("supergraph: {listen: '127.0.0.1:5000', source: {url: 'http://registry/sdl', poll_interval: 3s}}");
        Map<String, String> environment = Map.of("GATEWAY_PORT", "6000");

        assertThat(listen(read(environment, false))).isEqualTo("0.0.0.0:6000");
        assertThat(listen(read(environment, false, "--config", "gateway.yaml"))).isEqualTo("127.0.0.1:5000");

        GatewayConfiguration options =
                read(environment, false, "--config", "gateway.yaml", "--port", "0", "--supergraph", "s.graphql");
        SourceSettings source = options.supergraph().source();
        assertThat(listen(options)).isEqualTo("127.0.0.1:0");
        assertThat(source.file()).isEqualTo(folder.resolve("s.graphql").toString());
        assertThat(source.url()).isNull();
        assertThat(source.pollInterval()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesAnAddressForTheSupergraph() throws IOException {
        SourceSettings source = read(Map.of(), false, "--supergraph", "https://registry/sdl")
                .supergraph()
                .source();

        assertThat(source.url()).isEqualTo("https://registry/sdl");
        assertThat(source.file()).isNull();
    }

    @Test
    void seesAFileFromTheFolderOfTheConfiguration() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/g.yaml"), "supergraph: {source: {file: ../graph/s.graphql}}");

        assertThat(read(Map.of(), false, "--config", "etc/g.yaml")
                        .supergraph()
                        .source()
                        .file())
                .isEqualTo(folder.resolve("graph/s.graphql").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            supergraph: {listen: 4000}                                  | :1:22: supergraph.listen must be a host and a port such as 0.0.0.0:4000, not '4000'
            supergraph: {listen: "host:99999"}                          | supergraph.listen must be a host and a port
            supergraph: {path: ./s.graphql}                             | supergraph.path is where clients send operations, such as /graphql; the supergraph's own file is source.file
            supergraph: {path: "/a b"}                                  | supergraph.path must start with / and hold no blanks
            supergraph: {source: {file: a, url: "http://b"}}            | :1:22: supergraph.source: the supergraph comes from one of file, url and subgraphs, not from several
            supergraph: {source: {url: registry}}                       | supergraph.source.url must be an address such as http:
            supergraph: {source: {url: "http://"}}                      | supergraph.source.url must be an address
            supergraph: {source: {poll_interval: 1ms}}                  | supergraph.source.poll_interval must be at least 100ms
            supergraph: {source: {timeout: 0s}}                         | supergraph.source.timeout must be longer than 0s
            supergraph: {source: {max_size: 4GB}}                       | supergraph.source.max_size must be between
            supergraph: {source: {subgraphs: {a: {}}}}                  | supergraph.source.subgraphs.a.routing_url is missing
            supergraph: {source: {subgraphs: {a: {routing_url: b}}}}    | subgraphs.a.routing_url must be an address
            supergraph: {query_planning: {cache: {in_memory: {limit: 0}}}} | supergraph.query_planning.cache.in_memory.limit must be at least 1
            override_subgraph_url: {a: b}                               | :1:24: override_subgraph_url.a must be an address
            telemetry: {exporters: {tracing: {common: {sampler: 2}}}}   | telemetry.exporters.tracing.common.sampler must be between 0 and 1
            headers: {all: {request: [{propogate: {}}]}}                | headers.all.request[0].propogate is unknown. Did you mean 'propagate'?
            cors: {origins: ["*"]}                                      | :1:17: cors.origins holds *
            traffic_shaping: {all: {retry: {max: 11}}}                  | :1:38: traffic_shaping.all.retry.max must be from 0 to 10
            headers: {all: {request: [{}]}}                             | :1:27: headers.all.request[0]: request: each rule has exactly one of propagate, insert and remove
            limits: {max_depth: 0}                                      | :1:21: limits.max_depth must be between 1 and 500
            limits: {http_max_request_bytes: 0}                         | limits.http_max_request_bytes must be between
            superpgraph: {}                                             | superpgraph is unknown. Did you mean 'supergraph'?
            """)
    void saysWhatIsWrong(String yaml, String problem) throws IOException {
        write(yaml);

        assertThatThrownBy(() -> read(Map.of(), false, "--config", "gateway.yaml"))
                .isInstanceOf(WrongConfiguration.class)
                .message()
                .startsWith(folder.resolve("gateway.yaml").toString())
                .contains(problem)
                .hasLineCount(1);
    }

    @Test
    void movesThePortLikeThatOfEveryOtherService() {
        Map<String, String> environment = Map.of("SERVER_PORT", "7000", "GATEWAY_PORT", "6000");

        assertThat(listen(read(environment, false))).isEqualTo("0.0.0.0:7000");
    }

    @Test
    void saysWhatIsWrongWithTheEnvironment() {
        assertThatThrownBy(() -> read(Map.of("GATEWAY_PORT", "many"), false))
                .hasMessage("the variable GATEWAY_PORT of the environment must be a port, not 'many'");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("gateway.yaml"), yaml);
    }

    private GatewayConfiguration read(Map<String, String> environment, boolean production, String... arguments) {
        return new ConfigurationReader(folder, environment::get, production)
                .read(GatewayOptions.parse(List.of(arguments)));
    }

    private static String listen(GatewayConfiguration configuration) {
        return configuration.supergraph().listen();
    }
}
