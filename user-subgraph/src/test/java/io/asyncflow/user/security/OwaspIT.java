package io.asyncflow.user.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.asyncflow.user.RunningSubgraph;
import io.asyncflow.user.Shopper;
import io.asyncflow.user.Visitor;
import io.asyncflow.user.password.ObservedHashing;
import io.asyncflow.user.security.Graph.Values;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OWASP cheat sheet for GraphQL, tried on the running subgraph. What is about other people's ids is in IdorIT. */
@RunningSubgraph
class OwaspIT {

    private static final String PRODUCT = "product_01h455vb4pex5vsknk084sn02q";
    private static final String ADD = "mutation { wishlistAdd(productId: \"" + PRODUCT + "\") { product { id } } }";

    /** What speaks of the machinery behind the graph. */
    private static final Pattern INTERNALS = Pattern.compile(
            "(?i)exception|\\bat (java|io|org|reactor)\\.|io\\.asyncflow|org\\.spring|r2dbc|postgres|syntax error at|"
                    + "select .* from|insert into|relation \"|password_hash|argon2|INTERNAL_SERVER_ERROR");

    private static final List<String> INJECTIONS = List.of(
            "'; drop table account; --",
            "' or '1'='1",
            "\" } __typename me { email } #",
            "${jndi:ldap://localhost/x} {{7*7}} #{7*7}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd\r\nX-Injected: 1",
            "a\0b",
            "\ud800 \u202e \uffff",
            "%s%n%x :user $1 ?",
            "x".repeat(20_000));

    @Autowired
    private GraphQlSource source;

    @Autowired
    private HttpGraphQlTester tester;

    @Autowired
    private WebTestClient http;

    @Autowired
    private ObservedHashing hashing;

    private Graph graph;

    @BeforeEach
    void hashCheaply() {
        hashing.makeCheap();
        graph = new Graph(source.schema());
    }

    @AfterEach
    void hashInEarnest() {
        hashing.reset();
    }

    /** Whatever stands in a string is either taken as text or refused as input; nothing behind the graph sees more. */
    @TestFactory
    Stream<DynamicTest> noStringIsMoreThanText() {
        assertThat(graph.places()).hasSizeGreaterThan(10);
        return graph.places().stream()
                .map(place -> dynamicTest(place.toString(), () -> {
                    Shopper viewer = Shopper.anew(tester);
                    for (String injection : INJECTIONS) {
                        JsonNode answer =
                                ask(viewer, graph.operation(place.root(), Values.with(place.path(), injection)));
                        assertThat(messages(answer).replace(injection, ""))
                                .as(injection)
                                .doesNotContainPattern(INTERNALS);
                    }
                    assertThat(tester.document("{ __typename }")
                                    .execute()
                                    .returnResponse()
                                    .isValid())
                            .isTrue();
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ me { password } }",
                "{ me { email(format: 1) } }",
                "{ me { points { entries(first: \"x\") { nodes { id } } } } }",
                "{ me { points { entries(after: \"%$#\") { nodes { id } } } } }",
                "{ me { ...Nothing } }",
                "{ me",
                "mutation { pointsGrant }"
            })
    void errorsTellNothingOfTheMachinery(String document) {
        JsonNode answer = ask(Shopper.anew(tester), document);
        assertThat(answer.path("errors").size()).isPositive();
        assertThat(messages(answer)).doesNotContainPattern(INTERNALS);
        answer.path("errors")
                .forEach(error ->
                        assertThat(error.path("extensions").propertyNames()).isSubsetOf("code", "argument"));
    }

    @ParameterizedTest
    @MethodSource
    void operationsBeyondTheLimitsAreRefused(String document) {
        JsonNode answer = ask(new Shopper(Shopper.anew(tester).id(), tester), document);
        assertThat(answer.path("data").isMissingNode() || answer.path("data").isNull())
                .as(answer.toString())
                .isTrue();
        assertThat(answer.path("errors").size()).isPositive();
        assertThat(messages(answer)).doesNotContainPattern(INTERNALS);
    }

    static Stream<String> operationsBeyondTheLimitsAreRefused() {
        return Stream.of(
                // Deep.
                "{ __type(name: \"User\") { " + "ofType { ".repeat(30) + "name" + " }".repeat(30) + " } }",
                // Wide, under other names, all of which would be done.
                "{ "
                        + IntStream.range(0, 3000)
                                .mapToObj(i -> "a" + i + ": me { id }")
                                .collect(Collectors.joining(" "))
                        + " }",
                // Passwords tried in a batch.
                "mutation { "
                        + IntStream.range(0, 3000)
                                .mapToObj(i ->
                                        "a" + i + ": customerAccessTokenCreate(email: \"a@example.com\", password: \"p"
                                                + i + "\") { accessToken }")
                                .collect(Collectors.joining(" "))
                        + " }",
                // Round and round.
                "{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A }",
                // More pages within pages than anybody can read.
                "query { _entities(representations: ["
                        + "{__typename: \"User\", id: \"user_01h455vb4pex5vsknk084sn02q\"} ".repeat(3000)
                        + "]) { ... on User { wishlist(first: 250) { nodes { id inWishlist } edges { node { id } } } } } }");
    }

    @Test
    void operationsComeOneByOne() {
        Shopper viewer = Shopper.anew(tester);
        String batch = "[{\"query\": \"{ __typename }\"}, {\"query\": \"{ __typename }\"}]";
        http.post()
                .uri("/graphql")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(batch)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        assertThat(wishlist(viewer)).isEmpty();
    }

    @Test
    void nothingIsChangedByGet() {
        String token = new Visitor(tester).registered();
        http.get()
                .uri(uri -> uri.path("/graphql").queryParam("query", "{query}").build(ADD))
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .is4xxClientError();
        assertThat(wishlistOf(token)).isEmpty();
    }

    /** What a form of another site's page can send without asking. */
    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void nothingIsChangedByForms(String contentType) {
        String token = new Visitor(tester).registered();
        String json = JsonMapper.shared().writeValueAsString(Map.of("query", ADD));
        http.post()
                .uri("/graphql")
                .headers(headers -> headers.setBearerAuth(token))
                .header("Content-Type", contentType)
                .bodyValue(json)
                .exchange()
                .expectStatus()
                .is4xxClientError();
        assertThat(wishlistOf(token)).isEmpty();
        // The same by the right means, so that it is not refused for another reason.
        new Visitor(tester)
                .with(token)
                .graph()
                .document(ADD)
                .execute()
                .path("wishlistAdd.product.id")
                .entity(String.class)
                .isEqualTo(PRODUCT);
    }

    private List<String> wishlistOf(String token) {
        return wishlist(new Shopper(
                Shopper.anew(tester).id(), new Visitor(tester).with(token).graph()));
    }

    private static List<String> wishlist(Shopper viewer) {
        return viewer.asks("{ me { wishlist { nodes { id } } } }")
                .path("me.wishlist.nodes[*].id")
                .entityList(String.class)
                .get();
    }

    private static JsonNode ask(Shopper viewer, String document) {
        return JsonMapper.shared()
                .valueToTree(viewer.asks(document).returnResponse().toMap());
    }

    /** What an answer says about faults, and who is told: errors and user errors. */
    private static String messages(JsonNode answer) {
        return answer.path("errors").toString() + answer.findValues("userErrors");
    }
}
