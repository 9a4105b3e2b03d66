package io.asyncflow.allinone.browser;

import io.asyncflow.gateway.server.graphiql.Graphiql;
import io.asyncflow.gateway.server.graphiql.GraphiqlSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.reactivestreams.Publisher;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GraphiQL as the gateway serves it, before an endpoint that always answers the same, so that only the page is tried. */
final class ScriptedGateway implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> PLANS = Map.of(
            "query Shelf", "query-plan.json",
            "query Patience", "defer-plan.json",
            "subscription Watch", "subscription-plan.json");
    private static final String ANSWER = """
            {"products": [{"title": "Morning Fog Mug", "similar": [{"title": "Ink Blue Mug"}]}]}""";
    private static final String FETCHES = """
            [{"id": 0, "subgraph": "shop", "startMillis": 0.2, "millis": 3.1, "requests": 1, "code": null},
             {"id": 1, "subgraph": "ai", "startMillis": 3.4, "millis": 12, "requests": 2, "code": null},
             {"id": 2, "subgraph": "shop", "startMillis": 15.5, "millis": 1000, "requests": 1, "code": "SUBGRAPH_TIMEOUT"}]""";

    private final DisposableServer server;

    ScriptedGateway() {
        var page = new ReactorHttpHandlerAdapter(
                RouterFunctions.toHttpHandler(Graphiql.routes(GraphiqlSettings.DEFAULT, "/graphql")));
        var protocol =
                WebsocketServerSpec.builder().protocols("graphql-transport-ws").build();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/graphql", ScriptedGateway::answer)
                        .ws("/graphql", ScriptedGateway::subscribe, protocol)
                        .get("/graphiql/**", page)
                        .get("/graphiql", page))
                .bindNow();
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    private static Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String shown = request.requestHeaders().get("Apollo-Expose-Query-Plan", "");
        return request.receive().aggregate().asString().flatMap(body -> {
            String query = JSON.readTree(body).path("query").asString();
            if (query.contains("__schema")) {
                return single(response, resource("schema.json"));
            }
            if (shown.equals("dry-run")) {
                return single(response, "{\"extensions\": {\"queryPlan\": " + plan(query) + "}}");
            }
            return query.contains("@defer") ? parts(response, query) : single(response, whole(query));
        });
    }

    private static Mono<Void> single(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/graphql-response+json")
                .sendString(Mono.just(body))
                .then();
    }

    private static String whole(String query) {
        return "{\"data\": " + ANSWER + ", \"extensions\": {\"queryPlan\": " + plan(query) + ", \"fetches\": " + FETCHES
                + "}}";
    }

    private static Mono<Void> parts(HttpServerResponse response, String query) {
        String first = """
                {"data": {"products": [{"title": "Morning Fog Mug"}]}, "pending": [{"id": "0", "path": ["products", 0]}],
                 "hasNext": true, "extensions": {"queryPlan": %s}}""".formatted(plan(query));
        String second = """
                {"incremental": [{"id": "0", "data": {"similar": [{"title": "Ink Blue Mug"}]}}],
                 "completed": [{"id": "0"}], "hasNext": false, "extensions": {"fetches": %s}}""".formatted(FETCHES);
        return response.header("Content-Type", "multipart/mixed;boundary=\"-\";incrementalSpec=v0.2")
                .sendString(
                        Flux.just("---" + part(first), part(second) + "--\r\n").delayElements(Duration.ofMillis(100)))
                .then();
    }

    private static String part(String json) {
        return "\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n---";
    }

    private static Publisher<Void> subscribe(WebsocketInbound inbound, WebsocketOutbound outbound) {
        return outbound.sendString(
                inbound.receive().asString().map(JSON::readTree).flatMap(message -> switch (message.path("type")
                        .asString()) {
                    case "connection_init" -> Flux.just("{\"type\": \"connection_ack\"}");
                    case "subscribe" -> events(message);
                    default -> Flux.empty();
                }));
    }

    private static Flux<String> events(JsonNode subscribe) {
        String event = """
                {"id": %s, "type": "next", "payload": {"data": {"productViewed":
                  {"title": "Morning Fog Mug", "similar": [{"title": "Ink Blue Mug"}]}}, "extensions": {"fetches": %s}}}""".formatted(subscribe.path("id"), FETCHES);
        return Flux.interval(Duration.ofMillis(200)).map(_ -> event);
    }

    private static String plan(String query) {
        return PLANS.entrySet().stream()
                .filter(plan -> query.startsWith(plan.getKey()))
                .map(plan -> resource(plan.getValue()))
                .findFirst()
                .orElseGet(() -> resource("nothing-plan.json"));
    }

    private static String resource(String name) {
        try (var stream = ScriptedGateway.class.getResourceAsStream("/graphiql/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
