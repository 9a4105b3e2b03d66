package io.asyncflow.ai.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's graph as a server of its own: answers our one query from what it was given, pages and all. */
public final class FakeCatalog implements AutoCloseable {

    private record Entry(ProductProfile profile, Instant updatedAt) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<ProductId, Entry> entries = new ConcurrentHashMap<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    private volatile int pageSize = 250;
    private volatile @Nullable String insteadOfAnAnswer;
    private volatile boolean away;

    public static FakeCatalog of(List<ProductProfile> products) {
        var catalog = new FakeCatalog();
        Instant start = Instant.now().minus(Duration.ofHours(1));
        for (int i = 0; i < products.size(); i++) {
            catalog.put(products.get(i), start.plusMillis(i));
        }
        return catalog;
    }

    public FakeCatalog put(ProductProfile product, Instant updatedAt) {
        entries.put(product.id(), new Entry(product, updatedAt));
        return this;
    }

    public void remove(ProductProfile product) {
        entries.remove(product.id());
    }

    public void pageSize(int size) {
        pageSize = size;
    }

    /** From now on every answer is this text; null ends it. */
    public void answers(@Nullable String text) {
        insteadOfAnAnswer = text;
    }

    public void away(boolean isAway) {
        away = isAway;
    }

    /** The variables of each request so far. */
    public List<JsonNode> asked() {
        return asked;
    }

    public String url() {
        return "http://127.0.0.1:" + server.port() + "/graphql";
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(body -> {
            JsonNode variables = JSON.readTree(body).path("variables");
            asked.add(variables);
            if (away) {
                return response.status(503).send();
            }
            String text = insteadOfAnAnswer;
            return response.header("Content-Type", "application/json")
                    .sendString(Mono.just(text == null ? JSON.writeValueAsString(page(variables)) : text))
                    .then();
        });
    }

    private Map<String, Object> page(JsonNode variables) {
        Instant since = Instant.parse(variables.path("since").asString());
        int offset = Integer.parseInt(variables.path("after").asString("0"));
        List<Entry> changed = entries.values().stream()
                .filter(entry -> entry.updatedAt().isAfter(since))
                .sorted(Comparator.comparing(Entry::updatedAt)
                        .thenComparing(entry -> entry.profile().id().uuid()))
                .toList();
        int end = Math.min(offset + pageSize, changed.size());
        Map<String, Object> pageInfo = new LinkedHashMap<>();
        pageInfo.put("hasNextPage", end < changed.size());
        pageInfo.put("endCursor", Integer.toString(end));
        var nodes = changed.subList(Math.min(offset, end), end).stream()
                .map(FakeCatalog::node)
                .toList();
        return Map.of("data", Map.of("products", Map.of("nodes", nodes, "pageInfo", pageInfo)));
    }

    private static Map<String, Object> node(Entry entry) {
        ProductProfile profile = entry.profile();
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("id", profile.id().toString());
        node.put("handle", profile.handle());
        node.put("titleKo", profile.title().korean());
        node.put("titleEn", profile.title().english());
        node.put("descriptionKo", profile.description().korean());
        node.put("descriptionEn", profile.description().english());
        node.put("vendor", profile.vendor());
        node.put("productType", profile.productType());
        node.put("tags", profile.tags());
        node.put("attributes", profile.attributes());
        node.put(
                "collections",
                Map.of(
                        "nodes",
                        profile.collections().stream()
                                .map(handle -> Map.of("handle", handle))
                                .toList()));
        node.put("availableForSale", profile.available());
        node.put("updatedAt", entry.updatedAt().toString());
        node.put("variants", Map.of("nodes", List.of(variant(profile))));
        return node;
    }

    private static Map<String, @Nullable Object> variant(ProductProfile profile) {
        Map<String, @Nullable Object> variant = new LinkedHashMap<>();
        variant.put("id", "variant_" + profile.handle());
        variant.put(
                "krw",
                profile.price() == null
                        ? null
                        : Map.of("amount", profile.price().amount().toPlainString()));
        return variant;
    }
}
