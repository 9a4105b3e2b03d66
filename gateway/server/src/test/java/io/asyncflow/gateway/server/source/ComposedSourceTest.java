package io.asyncflow.gateway.server.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.source.Loaded.Failed;
import io.asyncflow.gateway.server.source.Loaded.Found;
import io.asyncflow.gateway.server.source.Loaded.Unchanged;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class ComposedSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
            """;
    private static final String PRODUCTS = LINK + """
            type Query { products: [Product!]! }
            type Product @key(fields: "id") { id: ID! name: String! }
            """;
    private static final String REVIEWS = LINK + """
            type Product @key(fields: "id") { id: ID! reviews: [String!]! }
            """;

    private final Registry products = new Registry();
    private final Registry reviews = new Registry();

    @AfterEach
    void close() {
        products.close();
        reviews.close();
    }

    @Test
    void composesWhatTheSubgraphsSayOfThemselves() {
        products.answers(200, sdl(PRODUCTS));
        reviews.answers(200, sdl(REVIEWS));

        StepVerifier.create(changes())
                .assertNext(found("name: String!", "reviews: [String!]!", "http://routed/products", reviews.url()))
                .then(() -> reviews.answers(200, sdl(REVIEWS.replace("reviews:", "opinions:"))))
                .assertNext(found("name: String!", "opinions: [String!]!"))
                .thenCancel()
                .verify(PATIENCE);

        assertThat(products.requests().getFirst().get("x-key")).isEqualTo("k");
        assertThat(products.requests().getFirst().get("content-type")).isEqualTo("application/json");
    }

    @Test
    void refusesWhatDoesNotComposeWithAllErrorsAndKeepsTheLast() {
        products.answers(200, sdl(PRODUCTS));
        reviews.answers(200, sdl(REVIEWS));

        StepVerifier.create(changes())
                .assertNext(found("reviews: [String!]!"))
                .then(() -> reviews.answers(200, sdl(LINK + """
                        type Product @key(fields: "no") { id: ID! }
                        type Shop @key(fields: "none") { id: ID! }
                        """)))
                .assertNext(failed("the subgraphs do not compose:", "KEY_INVALID_FIELDS", "no", "none", "reviews:2:"))
                .then(() -> reviews.answers(200, sdl(REVIEWS)))
                .expectNext(new Unchanged("composition of products, reviews"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void waitsUntilEverySubgraphHasAnswered() {
        products.answers(200, sdl(PRODUCTS));
        reviews.answers(503, "starting");

        StepVerifier.create(changes())
                .assertNext(failed("subgraph reviews at " + reviews.url() + ": it answers with status 503"))
                .then(() -> reviews.answers(200, sdl(REVIEWS)))
                .assertNext(found("reviews: [String!]!"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void knowsASubgraphThatIsDownAsItLastWas() {
        products.answers(200, sdl(PRODUCTS));
        reviews.answers(200, sdl(REVIEWS));

        StepVerifier.create(changes())
                .assertNext(found("reviews: [String!]!"))
                .then(() -> reviews.answers(503, "down"))
                .assertNext(failed("subgraph reviews at " + reviews.url() + ": it answers with status 503"))
                .then(() -> products.answers(200, sdl(PRODUCTS.replace("name:", "title:"))))
                .assertNext(found("title: String!", "reviews: [String!]!"))
                .assertNext(failed("subgraph reviews"))
                .then(() -> reviews.answers(200, sdl(REVIEWS)))
                .expectNext(new Unchanged("composition of products, reviews"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void saysWhatIsWrongWithAnAnswer() {
        products.answers(200, sdl(PRODUCTS));
        reviews.answers(200, "<html>");

        StepVerifier.create(changes())
                .assertNext(failed("its answer is not JSON"))
                .then(() -> reviews.answers(200, "{\"errors\":[{\"message\":\"Cannot query _service\"}]}"))
                .assertNext(failed("it gives no SDL for { _service { sdl } }, but the error: Cannot query _service"))
                .then(() -> reviews.answers(200, "{\"data\":{\"_service\":{\"sdl\":null}}}"))
                .assertNext(failed("it gives no SDL for { _service { sdl } }"))
                .then(() -> reviews.answers(200, sdl("type {")))
                .assertNext(failed("the subgraphs do not compose:", "INVALID_GRAPHQL", "reviews:1:6"))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void takesTheSourceThatTheSettingsName() {
        var client = HttpClient.create();

        assertThat(Sources.of(SourceSettings.DEFAULT, client)).isEmpty();
        assertThat(Sources.of(SourceSettings.DEFAULT.from("s.graphql"), client))
                .get()
                .isInstanceOf(FileSource.class);
        assertThat(Sources.of(SourceSettings.DEFAULT.from("http://s"), client))
                .get()
                .isInstanceOf(UrlSource.class);
        assertThat(Sources.of(settings(), client)).get().isInstanceOf(ComposedSource.class);
    }

    private static Consumer<Loaded> found(String... parts) {
        return loaded -> assertThat(loaded)
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.sdl()).contains(parts));
    }

    private static Consumer<Loaded> failed(String... parts) {
        return loaded -> assertThat(loaded)
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.message()).contains(parts));
    }

    private static String sdl(String sdl) {
        return JsonMapper.shared().writeValueAsString(Map.of("data", Map.of("_service", Map.of("sdl", sdl))));
    }

    private Flux<Loaded> changes() {
        return new ComposedSource(settings(), HttpClient.create()).changes();
    }

    private SourceSettings settings() {
        var subgraphs = new LinkedHashMap<String, LiveSubgraph>();
        subgraphs.put(
                "products",
                new LiveSubgraph(
                        "http://routed/products", new LiveSubgraph.Schema(products.url(), Map.of("x-key", "k"))));
        subgraphs.put("reviews", new LiveSubgraph(reviews.url(), LiveSubgraph.Schema.DEFAULT));
        return new SourceSettings(
                null,
                null,
                Map.of(),
                subgraphs,
                Duration.ofMillis(100),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1));
    }
}
