package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.service.RequestContext;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What comes of a request: what the service gets to know of it, and how its outcome is sent. */
class OperationsOverHttpTest {

    private static final String TYPENAME = "{\"data\":{\"__typename\":\"Query\"}}";

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/api/graphql", "/graphql?unknown=1"})
    void answersAPost(String path) {
        var response = Gateway.send(gateway.at(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}")));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(TYPENAME);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(TYPENAME.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/graphqlx", "/graphql/", "/other"})
    void leavesOtherPathsToOthers(String path) {
        assertThat(Gateway.send(gateway.at(path).GET()).statusCode()).isEqualTo(404);
        assertThat(service.requests).isEmpty();
    }

    @Test
    void handsOnWhatTheClientWroteByteByByte() {
        Gateway.send(gateway.post("""
                 { "extensions" : {"a": [1, 2.50e+3, "\\u00e4", true, null, {}, []]}, "unknown": [[[]]],
                   "query":"{ a(b: \\"ü\\") }", "operationName":"N\\u0061me", "variables":{"n" : 1.10} } \n"""));

        ClientRequest request = service.requests.getFirst();
        assertThat(request.query()).hasToString("\"{ a(b: \\\"ü\\\") }\"");
        assertThat(request.operationName()).isEqualTo("Name");
        assertThat(request.variables()).hasToString("{\"n\" : 1.10}");
        assertThat(request.extensions()).hasToString("{\"a\": [1, 2.50e+3, \"\\u00e4\", true, null, {}, []]}");
        assertThat(request.way().readOnly()).isFalse();
    }

    @Test
    void takesNullForAbsent() {
        Gateway.send(gateway.post("{\"query\":\"{a}\",\"operationName\":null,\"variables\":null,\"extensions\":null}"));

        assertThat(service.requests.getFirst())
                .extracting(ClientRequest::operationName, ClientRequest::variables, ClientRequest::extensions)
                .containsOnlyNulls();
    }

    @Test
    void readsNamesOfFieldsThatAreEscaped() {
        Gateway.send(gateway.post("{\"qu\\u0065ry\":\"{a}\"}"));

        assertThat(service.requests.getFirst().query()).hasToString("\"{a}\"");
    }

    @Test
    void tellsWhoAsks() {
        Gateway.send(
                gateway.post("{\"query\":\"{a}\"}").header("X-Tenant", "blue").header("x-tenant", "red"));

        var caller = service.callers.getFirst();
        assertThat(caller.header("X-TENANT")).isEqualTo("blue");
        assertThat(caller.header("absent")).isNull();
        assertThat(caller.headers()).containsEntry("x-tenant", List.of("blue", "red"));
        assertThat(caller.headers()).containsKey("content-type").doesNotContainKey("absent");
    }

    @Test
    void answersAGet() {
        var response = Gateway.send(gateway.at("/graphql?query=" + encoded("query N($a: Int) { a(b: \"ü +\") }")
                        + "&variables=" + encoded("{\"a\": 1}") + "&operationName=N&extensions=%7B%7D")
                .GET());

        assertThat(response.statusCode()).isEqualTo(200);
        ClientRequest request = service.requests.getFirst();
        assertThat(request.query()).hasToString("\"query N($a: Int) { a(b: \\\"ü +\\\") }\"");
        assertThat(request.variables()).hasToString("{\"a\": 1}");
        assertThat(request.operationName()).isEqualTo("N");
        assertThat(request.extensions()).hasToString("{}");
        assertThat(request.way().readOnly()).isTrue();
    }

    @Test
    void takesEmptyParametersOfAGetForAbsent() {
        Gateway.send(gateway.at("/graphql?query=%7Ba%7D&variables=&operationName=&extensions=")
                .GET());

        assertThat(service.requests.getFirst())
                .extracting(ClientRequest::operationName, ClientRequest::variables, ClientRequest::extensions)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @CsvSource({
        "EXECUTED,         200, 200",
        "REFUSED,          400, 200",
        "UNKNOWN_DOCUMENT, 404, 200",
        "READ_ONLY,        405, 405",
        "TIMED_OUT,        504, 504",
        "OVERLOADED,       503, 503",
        "FAILED,           500, 500"
    })
    void givesEachOutcomeItsStatus(Outcome.Kind kind, int status, int statusOfOld) {
        service.on("{a}", FakeService.refused(kind));

        var response =
                Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", "application/graphql-response+json"));
        var old = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", "application/json"));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        assertThat(old.statusCode()).isEqualTo(statusOfOld);
        assertThat(old.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(old.body()).isEqualTo(response.body()).contains("\"code\":\"NO\"");
    }

    @Test
    void hidesWhatWentWrong() {
        service.on("{a}", Mono.error(new IllegalStateException("secret")));
        service.on("{b}", Mono.empty());
        service.on("{c}", Mono.defer(() -> {
            throw new IllegalStateException("secret");
        }));

        for (String query : new String[] {"{a}", "{b}", "{c}"}) {
            var response = Gateway.send(gateway.post("{\"query\":\"" + query + "\"}"));
            Gateway.assertRefused(response, 500, "INTERNAL_SERVER_ERROR");
            assertThat(response.body()).doesNotContain("secret");
        }
    }

    @Test
    void handsBackTheRequestIdAndPassesItOn() {
        service.on(
                "{a}",
                Mono.deferContextual(context -> Mono.just(FakeService.single(
                        "\"" + RequestContext.from(context).orElseThrow().requestId() + "\"", Outcome.Kind.EXECUTED))));

        var response = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("X-Request-Id", "from-the-caller"));
        var forged = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("X-Request-Id", "a b{}"));

        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("from-the-caller");
        assertThat(response.body()).isEqualTo("\"from-the-caller\"");
        assertThat(forged.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
