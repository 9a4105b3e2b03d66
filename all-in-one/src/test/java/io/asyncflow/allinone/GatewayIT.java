package io.asyncflow.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.allinone.GatewayClient.Answer;
import io.asyncflow.allinone.browser.Browser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people do in the shop, through the gateway, on the whole system as {@code ./commerce up} starts it. */
class GatewayIT {

    private static final String RESPONSE = "application/graphql-response+json";

    private static final String SHELF = """
            query Shelf($first: Int!) {
              products(first: $first, query: "mug") {
                totalCount
                nodes { id title similar(first: 2) { items { score product { id title availableForSale } } } }
              }
            }""";

    private static final String SIGN_IN = """
            mutation SignIn($email: String!) {
              customerAccessTokenCreate(email: $email, password: "asyncflow-demo") {
                accessToken
                userErrors { code }
              }
            }""";

    private static final String NEW_CART = """
            mutation NewCart($variant: ID!, $quantity: Int!) {
              cartCreate(input: { lines: [{ merchandiseId: $variant, quantity: $quantity }] }) {
                cart {
                  id
                  totalQuantity
                  buyer { displayName }
                  lines(first: 1) { nodes { merchandise { ... on ProductVariant { title product { handle } } } } }
                }
                userErrors { code field }
              }
            }""";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningSystem system;
    private static GatewayClient gateway;

    @BeforeAll
    static void start(@TempDir Path folder) {
        system = new RunningSystem(folder);
        system.up();
        gateway = new GatewayClient(system.member("gateway").address());
        Awaitility.await().atMost(PATIENCE).until(GatewayIT::knowsWhatIsAlike);
    }

    /** The recommendations follow the catalogue, and have caught up with it some time after they are ready. */
    private static boolean knowsWhatIsAlike() {
        JsonNode nodes = gateway.data(SHELF, Map.of("first", 3)).at("/products/nodes");
        return nodes.size() == 3
                && nodes.valueStream()
                        .allMatch(product -> product.at("/similar/items").size() == 2);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void showsAShelfWithWhatIsLikeEachProduct() {
        JsonNode products = gateway.data(SHELF, Map.of("first", 3)).path("products");

        assertThat(products.path("totalCount").asInt()).isGreaterThan(3);
        assertThat(products.path("nodes")).hasSize(3).allSatisfy(product -> {
            assertThat(product.path("title").asString()).isNotEmpty();
            assertThat(product.at("/similar/items")).hasSize(2).allSatisfy(item -> {
                assertThat(item.path("score").asDouble()).isPositive();
                assertThat(item.at("/product/title").asString()).isNotEmpty();
                assertThat(item.at("/product/id")).isNotEqualTo(product.path("id"));
            });
        });
    }

    @Test
    void sendsFirstWhatIsThereFirst() {
        Answer answer = gateway.askFor("multipart/mixed;incrementalSpec=v0.2, " + RESPONSE, Map.of("query", """
                { products(first: 2) { nodes { title
                    ... @defer(label: "similar") { similar(first: 1) { items { product { title } } } } } } }"""));

        assertThat(answer.header("Content-Type")).startsWith("multipart/mixed").contains("incrementalSpec=v0.2");
        var parts = answer.body().lines().filter(line -> line.startsWith("{")).toList();
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts.getFirst())
                .contains("\"title\"", "\"pending\"", "\"hasNext\":true")
                .doesNotContain("\"similar\":{");
        assertThat(String.join("", parts.subList(1, parts.size())))
                .contains("\"similar\":{\"items\":[{\"product\":{\"title\":")
                .doesNotContain("\"errors\"");
        assertThat(parts.getLast()).contains("\"hasNext\":false");
    }

    @Test
    void passesOnWhoSignedIn() {
        assertThat(gateway.data("{ me { displayName } }", Map.of()).path("me").isNull())
                .isTrue();

        JsonNode me = gateway.data("{ me { email displayName } }", Map.of(), "Authorization", signedIn())
                .path("me");

        assertThat(me.path("email").asString()).isEqualTo("minji@example.com");
    }

    @Test
    void answersWhatNeedsNoTokenBesideATokenThatNobodySigned() {
        Answer answer = gateway.ask(Map.of("query", "{ me { email } }"), "Authorization", "Bearer not.a.token");

        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.json().at("/data/me").isNull()).isTrue();
    }

    @Test
    void fillsACartAndReadsItBackFromThreeSubgraphs() {
        String token = signedIn();
        JsonNode variant = variantOfAMug();

        JsonNode made = gateway.data(
                        NEW_CART,
                        Map.of("variant", variant.path("id").asString(), "quantity", 2),
                        "Authorization",
                        token)
                .path("cartCreate");
        String read = """
                query Cart($id: ID!) {
                  cart(id: $id) {
                    totalQuantity
                    buyer { email }
                    lines(first: 5) { nodes { quantity merchandise { ... on ProductVariant {
                      id title product { title similar(first: 1) { items { product { title } } } } } } } }
                  }
                }""";
        Map<String, String> id = Map.of("id", made.at("/cart/id").asString());
        JsonNode cart = gateway.data(read, id, "Authorization", token).path("cart");

        assertThat(made.path("userErrors")).isEmpty();
        assertThat(made.at("/cart/totalQuantity").asInt()).isEqualTo(2);
        assertThat(made.at("/cart/lines/nodes/0/merchandise/title")).isEqualTo(variant.path("title"));
        assertThat(cart.at("/buyer/email").asString()).isEqualTo("minji@example.com");
        assertThat(cart.at("/lines/nodes/0/quantity").asInt()).isEqualTo(2);
        assertThat(cart.at("/lines/nodes/0/merchandise/id")).isEqualTo(variant.path("id"));
        assertThat(cart.at("/lines/nodes/0/merchandise/product/similar/items/0/product/title")
                        .asString())
                .isNotEmpty();
        assertThat(gateway.data(read, id).path("cart").isNull())
                .as("somebody else's cart, without the token")
                .isTrue();
    }

    @Test
    void tellsWhatCannotBeBoughtAsData() {
        JsonNode refused = gateway.data(
                        NEW_CART, Map.of("variant", variantOfAMug().path("id").asString(), "quantity", 0))
                .path("cartCreate");

        assertThat(refused.path("cart").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("INVALID");
        assertThat(refused.at("/userErrors/0/field").toString()).contains("lines", "quantity");
    }

    @Test
    void findsNothingUnderAnIdThatNobodyHas() {
        JsonNode data = gateway.data("""
                { product(id: "product_01h455vb4pex5vsknk084sn02q") { title similar { degraded } }
                  cart(id: "cart_00000000000000000000000000") { id } }""", Map.of());

        assertThat(data.path("product").isNull()).isTrue();
        assertThat(data.path("cart").isNull()).isTrue();
    }

    @Test
    void refusesWhatDoesNotFitTheGraph() {
        Answer answer = gateway.ask(Map.of("query", "{ products(first: 1) { nodes { colour } } }"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThat(answer.json().has("data")).isFalse();
        assertThat(gateway.ask(Map.of("query", "{ products(")).code()).isEqualTo("GRAPHQL_PARSE_FAILED");
    }

    @Test
    void remembersADocumentByItsHash() throws Exception {
        String document = "{ collections(first: 2) { nodes { title } } }";
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(document.getBytes(StandardCharsets.UTF_8)));
        Map<String, ?> persisted = Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash));

        Answer unknown = gateway.ask(Map.of("extensions", persisted));
        Answer taught = gateway.ask(Map.of("query", document, "extensions", persisted));
        Answer known = gateway.get(
                "/graphql",
                RESPONSE,
                Map.of("extensions", GatewayClient.JSON.writeValueAsString(persisted)),
                "Apollo-Require-Preflight",
                "yes");

        assertThat(unknown.code()).isEqualTo("PERSISTED_QUERY_NOT_FOUND");
        assertThat(taught.json().at("/data/collections/nodes")).hasSize(2);
        assertThat(known.body()).isEqualTo(taught.body());
    }

    @Test
    void describesOneGraph() {
        JsonNode schema = gateway.data("""
                { __schema { mutationType { fields { name } } }
                  __type(name: "Product") { description fields { name } } }""", Map.of());

        assertThat(schema.at("/__type/fields").toString()).contains("\"similar\"", "\"priceRange\"");
        assertThat(schema.at("/__schema/mutationType/fields").toString())
                .contains("\"cartCreate\"", "\"customerCreate\"")
                .doesNotContain("_entities");
    }

    @Test
    void showsHowItAnswers() {
        Answer answer = gateway.ask(
                Map.of("query", SHELF, "variables", Map.of("first", 1)), "Apollo-Expose-Query-Plan", "true");

        JsonNode fetches = answer.json().at("/extensions/fetches");
        assertThat(answer.json().at("/extensions/queryPlan/text").asString())
                .contains("0 catalog", "1 ai", "2 catalog");
        assertThat(fetches.valueStream().map(fetch -> fetch.path("subgraph").asString()))
                .containsExactly("catalog", "ai", "catalog");
        assertThat(fetches)
                .allSatisfy(fetch -> assertThat(fetch.path("code").isNull()).isTrue());
    }

    @Test
    void answersOverASocketOnBehalfOfWhoOpenedIt() {
        String variant = variantOfAMug().path("id").asString();
        try (GatewaySocket socket = gateway.connect(Map.of("Authorization", signedIn()))) {
            JsonNode shelf = socket.ask("1", SHELF, Map.of("first", 1));
            JsonNode cart = socket.ask("2", NEW_CART, Map.of("variant", variant, "quantity", 1));
            socket.subscribe("3", "{ nonsense }", Map.of());

            assertThat(shelf.at("/data/products/nodes/0/similar/items")).hasSize(2);
            assertThat(cart.at("/data/cartCreate/cart/totalQuantity").asInt()).isOne();
            assertThat(cart.at("/data/cartCreate/cart/buyer/displayName").asString())
                    .isNotEmpty();
            assertThat(socket.expect("error").at("/payload/0/extensions/code").asString())
                    .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        }
    }

    @Test
    void leadsBrowsersToGraphiql() {
        Answer opened = gateway.get("/graphql", "text/html", Map.of());

        assertThat(opened.status()).isBetween(300, 399);
        assertThat(opened.header("Location")).endsWith("/graphiql");
        assertThat(gateway.get("/graphiql", "text/html", Map.of()).body()).contains("GraphiQL");
    }

    @Test
    void isUsableInABrowser() {
        Browser.usesGraphiql(system.member("gateway").address(), "commerce.json");
    }

    private static String signedIn() {
        JsonNode payload =
                gateway.data(SIGN_IN, Map.of("email", "minji@example.com")).path("customerAccessTokenCreate");
        return "Bearer " + payload.path("accessToken").asString();
    }

    /** One that can be bought, in the currency that a new cart has. */
    private static JsonNode variantOfAMug() {
        return gateway.data("""
                        { products(first: 1, query: "mug", filters: [{ available: true }]) { nodes {
                            variants(first: 1) { nodes { id title } } } } }""", Map.of()).at("/products/nodes/0/variants/nodes/0");
    }
}
