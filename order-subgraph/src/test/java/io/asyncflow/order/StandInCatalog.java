package io.asyncflow.order;

import com.apollographql.federation.graphqljava.Federation;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers over HTTP like the catalogue, by the catalogue's own schema: a query that the contract does not allow fails
 * here too. Or misbehaves.
 */
public final class StandInCatalog implements AutoCloseable {

    public record Product(
            String id, String ko, String en, boolean available, Instant updatedAt, List<Variant> variants) {}

    public record Variant(String id, String sku, String title, boolean available, Map<String, String> prices) {}

    /** A request, as far as it differs from others. */
    public record Asked(Instant since, @Nullable String after) {}

    private final Map<String, Product> products = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final GraphQL graph = GraphQL.newGraphQL(schema()).build();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::handle).bindNow();

    private volatile int largestPage = 250;
    private volatile @Nullable Supplier<Mono<String>> misbehaviour;

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port() + "/graphql");
    }

    public void put(Product product) {
        products.put(product.id(), product);
    }

    public void drop(String product) {
        products.remove(product);
    }

    public void pagesOf(int size) {
        largestPage = size;
    }

    /** What was asked for since the last {@link #forget()}. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public void forget() {
        asked.clear();
    }

    /** Sends this instead of an answer. An error is a 503. */
    public void misbehave(Supplier<Mono<String>> instead) {
        misbehaviour = instead;
    }

    public void behave() {
        misbehaviour = null;
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        return request.receive()
                .aggregate()
                .asString()
                .flatMap(this::answer)
                .flatMap(json -> response.header("Content-Type", "application/json")
                        .sendString(Mono.just(json))
                        .then())
                .onErrorResume(_ -> response.status(503).send());
    }

    private Mono<String> answer(String body) {
        var instead = misbehaviour;
        Map<String, Object> request = object(JsonMapper.shared().readValue(body, Map.class));
        Map<String, Object> variables = object(request.get("variables"));
        asked.add(new Asked(Instant.parse(Objects.toString(variables.get("since"))), (String) variables.get("after")));
        return instead == null ? Mono.fromCallable(() -> execute(request, variables)) : instead.get();
    }

    private String execute(Map<String, Object> request, Map<String, Object> variables) {
        var input = ExecutionInput.newExecutionInput(Objects.toString(request.get("query")))
                .variables(variables)
                .build();
        return JsonMapper.shared().writeValueAsString(graph.execute(input).toSpecification());
    }

    private Map<String, Object> page(DataFetchingEnvironment environment) {
        List<Object> filters = Objects.requireNonNull(environment.getArgument("filters"));
        Instant since =
                Instant.parse(Objects.toString(object(filters.getFirst()).get("updatedAfter")));
        int from = Integer.parseInt(Objects.requireNonNullElse(environment.<String>getArgument("after"), "0"));
        int to = from + Math.min(largestPage, environment.getArgumentOrDefault("first", 20));
        var matching = products.values().stream()
                .filter(product -> product.updatedAt().isAfter(since))
                .sorted(Comparator.comparing(Product::updatedAt).thenComparing(Product::id))
                .toList();
        return Map.of(
                "nodes",
                matching.subList(Math.min(from, matching.size()), Math.min(to, matching.size())),
                "pageInfo",
                Map.of("hasNextPage", to < matching.size(), "endCursor", String.valueOf(to)));
    }

    private GraphQLSchema schema() {
        return Federation.transform(contract(), wiring())
                .resolveEntityType(_ -> null)
                .fetchEntities(_ -> List.of())
                .build();
    }

    private RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .scalar(asText("DateTime"))
                .scalar(asText("Decimal"))
                .scalar(asText("URL"))
                .scalar(asText("HTML"))
                .scalar(asText("JSON"))
                .type(TypeRuntimeWiring.newTypeWiring("Node").typeResolver(_ -> null))
                .type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("products", this::page))
                .type(TypeRuntimeWiring.newTypeWiring("Product")
                        .dataFetcher(
                                "handle", environment -> product(environment).id())
                        .dataFetcher(
                                "title",
                                environment -> "KO".equals(environment.<String>getArgument("language"))
                                        ? product(environment).ko()
                                        : product(environment).en())
                        .dataFetcher(
                                "availableForSale",
                                environment -> product(environment).available())
                        .dataFetcher(
                                "variants",
                                environment ->
                                        Map.of("nodes", product(environment).variants())))
                .type(TypeRuntimeWiring.newTypeWiring("ProductVariant")
                        .dataFetcher(
                                "availableForSale",
                                environment -> variant(environment).available())
                        .dataFetcher("price", StandInCatalog::price))
                .build();
    }

    private static @Nullable Map<String, String> price(DataFetchingEnvironment environment) {
        String amount = variant(environment).prices().get(environment.<String>getArgument("currency"));
        return amount == null ? null : Map.of("amount", amount);
    }

    private static Product product(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static Variant variant(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getSource());
    }

    private static GraphQLScalarType asText(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object value, GraphQLContext context, Locale locale) {
                        return value.toString();
                    }

                    @Override
                    public Object parseValue(Object value, GraphQLContext context, Locale locale) {
                        return value;
                    }
                })
                .build();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object json) {
        return new HashMap<>((Map<String, Object>) Objects.requireNonNull(json));
    }

    private static String contract() {
        try {
            var files = new ArrayList<Resource>();
            for (String folder : List.of("common", "catalog")) {
                files.addAll(List.of(new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:schema/" + folder + "/*.graphqls")));
            }
            var sdl = new StringBuilder();
            for (Resource file : files) {
                sdl.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
            }
            return sdl.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
