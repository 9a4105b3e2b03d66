package io.asyncflow.gateway.server;

import io.asyncflow.gateway.composition.Composer;
import io.asyncflow.gateway.composition.Composition;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.server.configuration.CommandLine;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A whole gateway on a port of its own, before two subgraphs; what one of them is asked as "slow" takes a while. */
final class LiveGateway implements AutoCloseable {

    static final Duration SLOWNESS = Duration.ofMillis(1500);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LINK =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.9\", import: [\"@key\"])\n";

    final List<String> traceparents = new CopyOnWriteArrayList<>();
    final List<String> forwardedFor = new CopyOnWriteArrayList<>();
    final ConfigurableApplicationContext context;

    private final DisposableServer subgraphs;

    LiveGateway(Path directory, String telemetry) throws IOException {
        subgraphs = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post(
                                "/names",
                                (request, response) -> request.receive()
                                        .aggregate()
                                        .asString()
                                        .flatMap(body -> {
                                            traceparents.add(
                                                    request.requestHeaders().get("traceparent", ""));
                                            forwardedFor.addAll(
                                                    request.requestHeaders().getAll("x-forwarded-for"));
                                            return Mono.from(response.header("content-type", "application/json")
                                                            .sendString(Mono.just(NAMES)))
                                                    .delaySubscription(
                                                            body.contains("slow") ? SLOWNESS : Duration.ZERO);
                                        }))
                        .post("/prices", (request, response) -> {
                            traceparents.add(request.requestHeaders().get("traceparent", ""));
                            return response.header("content-type", "application/json")
                                    .sendString(Mono.just(PRICES));
                        }))
                .bindNow();
        Path supergraph = Files.writeString(directory.resolve("supergraph.graphql"), supergraph());
        Path config = Files.writeString(directory.resolve("gateway.yaml"), telemetry);
        var serve = (CommandLine.Serve) CommandLine.read(
                List.of("--supergraph", supergraph.toString(), "--config", config.toString()), directory, _ -> null);
        context = GatewayServer.SERVICE
                .with(starting ->
                        starting.getBeanFactory().registerSingleton("gatewayConfiguration", serve.configuration()))
                .runBesideOthers("--server.port=0");
    }

    private static final String NAMES = """
            {"data":{"product":{"__typename":"Product","id":"1","name":"Pen"},"slow":"done"}}""";
    private static final String PRICES = """
            {"data":{"_entities":[{"__typename":"Product","price":7}]}}""";

    private String supergraph() {
        String names = LINK + """
                type Query { product: Product slow: String }
                type Subscription { ticks: Int }
                type Product @key(fields: "id") { id: ID! name: String }
                """;
        String prices = LINK + "type Product @key(fields: \"id\") { id: ID! price: Int }";
        String url = "http://127.0.0.1:" + subgraphs.port();
        Composition composed = Composer.compose(
                List.of(new Subgraph("names", url + "/names", names), new Subgraph("prices", url + "/prices", prices)));
        return SupergraphPrinter.print(((Composition.Composed) composed).supergraph());
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> post(String query, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/graphql"))
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    @Override
    public void close() {
        context.close();
        subgraphs.disposeNow();
    }
}
