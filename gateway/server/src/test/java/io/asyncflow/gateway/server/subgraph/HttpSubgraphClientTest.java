package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.server.subgraph.header.ForwardedForSettings;
import io.asyncflow.gateway.server.subgraph.header.HeaderSettings;
import io.asyncflow.gateway.server.subgraph.traffic.TrafficShapingSettings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSubgraphClientTest {

    private static final Map<String, String> JSON = Map.of("content-type", "application/json");
    private static final Map<String, String> HTML = Map.of("content-type", "text/html");

    private final Asking asking = new Asking(new Traffic());

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void handsOverTheBodyAsItIs() {
        try (var subgraph = FakeSubgraph.echoing()) {
            Asking.expect(asking.query(subgraph.url()), "{\"data\":" + Asking.BODY + "}");
        }
    }

    @Test
    void asksAsGraphqlOverHttpWants() {
        try (var subgraph = FakeSubgraph.echoing()) {
            Asking.expect(asking.query(subgraph.url() + "?tenant=a%20b"), "{\"data\":" + Asking.BODY + "}");

            FakeSubgraph.Asked asked = subgraph.asked().getFirst();
            assertThat(asked.path()).isEqualTo("/graphql?tenant=a%20b");
            assertThat(asked.body()).isEqualTo(Asking.BODY);
            assertThat(asked.header("content-type")).containsExactly("application/json");
            assertThat(asked.header("accept")).containsExactly("application/graphql-response+json, application/json");
            assertThat(asked.header("host").getFirst()).startsWith("127.0.0.1:");
        }
    }

    @Test
    void sendsOnlyItsPartOfAnArray() {
        byte[] bytes = ("..." + Asking.BODY + "...").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var part = new Json(bytes, 3, bytes.length - 3);

        assertThat(part).isEqualTo(Json.of(Asking.BODY));
        try (var subgraph = FakeSubgraph.echoing()) {
            var request = new io.asyncflow.gateway.executor.SubgraphRequest(
                    new io.asyncflow.gateway.supergraph.Graph("P", "products", subgraph.url()),
                    io.asyncflow.gateway.language.OperationType.QUERY,
                    1,
                    part,
                    io.asyncflow.gateway.executor.Caller.UNKNOWN);
            Asking.expect(asking.client().send(request).map(Json::toString), "{\"data\":" + Asking.BODY + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/graphql-response+json",
                "application/graphql-response+json;charset=utf-8"
            })
    void takesBothTypesOfGraphql(String type) {
        try (var subgraph = FakeSubgraph.answering(200, Map.of("content-type", type), "{}")) {
            Asking.expect(asking.query(subgraph.url()), "{}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 401, 404, 422, 429, 500, 503})
    void handsOverErrorsOfGraphqlWhateverTheStatus(int status) {
        try (var subgraph = FakeSubgraph.answering(status, JSON, " \n{\"errors\":[]}")) {
            Asking.expect(asking.query(subgraph.url()), " \n{\"errors\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 304, 400, 404, 500, 503})
    void namesTheStatusWhereNothingElseIsSaid(int status) {
        try (var subgraph = FakeSubgraph.answering(status, HTML, status == 304 ? "" : "<h1>no</h1>")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_HTTP_ERROR",
                    "The subgraph products answered with HTTP status " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"bad gateway\"", "{\"message\":\"bad gateway\"}", "{\"errors\":[", "[]"})
    void namesTheStatusWhereTheJsonIsNotOfGraphql(String body) {
        try (var subgraph = FakeSubgraph.answering(502, JSON, body)) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_HTTP_ERROR",
                    "The subgraph products answered with HTTP status 502");
        }
    }

    @Test
    void followsNoRedirect() {
        try (var other = FakeSubgraph.echoing();
                var subgraph = FakeSubgraph.answering(307, Map.of("location", other.url()), "")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_HTTP_ERROR",
                    "The subgraph products answered with HTTP status 307");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void refusesAnEmptyBody() {
        try (var subgraph = FakeSubgraph.answering(200, JSON, "")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with an empty body");
        }
    }

    @Test
    void refusesWhatIsNotJson() {
        try (var subgraph = FakeSubgraph.answering(200, HTML, "<h1>yes</h1>")) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with something other than JSON");
        }
    }

    @Test
    void goesWhereTheConfigurationSays() {
        try (var subgraph = FakeSubgraph.echoing();
                var elsewhere = new Asking(
                        new SubgraphSettings(
                                TrafficShapingSettings.DEFAULT,
                                HeaderSettings.DEFAULT,
                                ForwardedForSettings.DEFAULT,
                                Map.of("products", subgraph.url())),
                        SubgraphObserver.NONE)) {
            Asking.expect(elsewhere.query("http://nowhere.invalid/"), "{\"data\":" + Asking.BODY + "}");
        }
    }

    @Test
    void looksUpHostsWithUnderscores() {
        Asking.expectError(
                asking.query("http://my_service.invalid:4001/graphql"),
                "SUBGRAPH_UNREACHABLE",
                "The subgraph products could not be reached");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "products", "ftp://products/", "http:///graphql", "http://a b/"})
    void saysWhichSubgraphHasNoAddress(String url) {
        Asking.expectError(
                asking.query(url), "SUBGRAPH_UNREACHABLE", "The subgraph products has no address that can be used");
    }
}
