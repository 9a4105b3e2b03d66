package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.ClientRequest;
import io.asyncflow.gateway.executor.Outcome;
import io.asyncflow.service.RequestContext;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

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
        assertThat(request.readOnly()).isFalse();
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
        assertThat(request.readOnly()).isTrue();
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
    @ValueSource(strings = {"application/json", "application/graphql-response+json"})
    void refusesAMutationByGet(String accept) {
        var response = Gateway.send(gateway.at("/graphql?query=" + encoded("mutation { a }"))
                .header("Accept", accept)
                .GET());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
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
    void refusesWhatNobodyCouldRead() {
        var response = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", "text/html"));

        assertRefused(response, 406, "NOT_ACCEPTABLE");
        assertThat(service.requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{\"query\":",
                "{\"query\":\"{a}\"",
                "{\"query\":\"{a}\"} x",
                "{\"query\":\"{a}\",}",
                "{\"query\" \"{a}\"}",
                "{query:\"{a}\"}",
                "{\"query\":\"a\\x\"}",
                "{\"query\":\"a\\u12g4\"}",
                "{\"query\":\"a\nb\"}",
                "{\"query\":\"{a}\",\"variables\":{\"a\":01}}",
                "{\"query\":\"{a}\",\"variables\":{\"a\":1.}}",
                "{\"query\":\"{a}\",\"variables\":{\"a\":-}}",
                "{\"query\":\"{a}\",\"variables\":{\"a\":tru}}",
                "{\"query\":\"{a}\",\"variables\":{\"a\":[1,]}}",
                "{\"query\":\"{a}\",\"variables\":{]}",
                "\"text\"",
                "7",
                "null",
                "{}",
                "{\"query\":null}",
                "{\"qeury\":\"{a}\"}",
                "{\"query\":{}}",
                "{\"query\":1}",
                "{\"query\":[\"{a}\"]}",
                "{\"query\":\"{a}\",\"operationName\":1}",
                "{\"query\":\"{a}\",\"variables\":[7]}",
                "{\"query\":\"{a}\",\"variables\":\"{}\"}",
                "{\"query\":\"{a}\",\"extensions\":false}",
                "{\"query\":\"{a}\",\"query\":\"{b}\"}",
                "{\"query\":\"{a}\",\"qu\\u0065ry\":\"{b}\"}",
                "{\"query\":\"{a}\",\"variables\":null,\"variables\":{}}",
                "",
                "   ",
            })
    void refusesABodyThatIsNoRequest(String body) {
        assertRefused(Gateway.send(gateway.post(body)), 400, "BAD_REQUEST");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] body = "{\"query\":\"{ä}\"}".getBytes(StandardCharsets.ISO_8859_1);

        var response = Gateway.send(gateway.at("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

        assertRefused(response, 400, "BAD_REQUEST");
    }

    @Test
    void refusesJsonThatNestsWithoutEnd() {
        String deep = "[".repeat(100_000);

        assertRefused(
                Gateway.send(gateway.post("{\"query\":\"{a}\",\"variables\":{\"a\":" + deep)), 400, "BAD_REQUEST");
        assertRefused(Gateway.send(gateway.post("{\"a\":".repeat(100_000))), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?query=%7Ba%7D&query=%7Bb%7D",
                "?query=%7",
                "?query=%FF",
                "?query=%7Ba%7D&variables=%5B1%5D",
                "?query=%7Ba%7D&variables=nonsense",
                "?query=%7Ba%7D&extensions=1",
                "",
                "?",
                "?query=",
                "?&&="
            })
    void refusesAUrlThatIsNoRequest(String query) {
        var response = gateway.open()
                .write("GET /graphql" + query + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n")
                .readAll();

        assertThat(response).startsWith("HTTP/1.1 400 ").contains("\"code\":\"BAD_REQUEST\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/json; foo=bar"
            })
    void takesJsonInUtf8(String type) {
        assertThat(post(type).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/jsonx",
                "application/json, text/plain",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "text/plain; application/json",
            })
    void refusesOtherContentTypesWhateverElseIsSent(String type) {
        var response = Gateway.send(gateway.at("/graphql")
                .header("Content-Type", type)
                .header("apollo-require-preflight", "yes")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"mutation { a }\"}")));

        assertRefused(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void refusesAPostWithoutContentType() {
        var response = Gateway.send(gateway.at("/graphql").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertRefused(response, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "TRACE", "FOO"})
    void refusesOtherMethods(String method) {
        var response = gateway.open()
                .write(method + " /graphql HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                .readAll();

        assertThat(response)
                .startsWith("HTTP/1.1 405 ")
                .containsIgnoringCase("allow: GET, POST")
                .contains("METHOD_NOT_ALLOWED");
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
            assertRefused(response, 500, "INTERNAL_SERVER_ERROR");
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

    @Test
    void cancelsAnOperationWhoseClientHasGone() {
        var asked = Sinks.<Boolean>one();
        var cancelled = Sinks.<Boolean>one();
        service.on(
                "{a}",
                Mono.<Outcome>never()
                        .doOnSubscribe(_ -> asked.tryEmitValue(true))
                        .doOnCancel(() -> cancelled.tryEmitValue(true)));
        var wire = gateway.open().write(request("{\"query\":\"{a}\"}"));
        StepVerifier.create(asked.asMono()).expectNext(true).verifyComplete();

        wire.close();

        StepVerifier.create(cancelled.asMono())
                .expectNext(true)
                .expectComplete()
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void answersRequestsThatComeInOneGoInTheirOrder() {
        service.on("{a}", Mono.delay(Duration.ofMillis(100)).map(_ -> FakeService.TYPENAME));
        service.on("{b}", FakeService.single("{\"data\":\"last\"}", Outcome.Kind.EXECUTED));
        try (var wire = gateway.open()) {
            wire.write(request("{\"query\":\"{a}\"}") + request("{\"query\":\"{b}\"}"));

            assertThat(wire.readUntil("\"last\"}")).contains(TYPENAME);
        }
    }

    @Test
    void readsABodyThatComesInChunks() {
        try (var wire = gateway.open()) {
            wire.write("POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n9\r\n{\"query\":\r\n");
            wire.write("6\r\n\"{a}\"}\r\n0\r\n\r\n");

            assertThat(wire.readUntil("}}")).startsWith("HTTP/1.1 200 ");
            assertThat(service.requests.getFirst().query()).hasToString("\"{a}\"");
        }
    }

    @Test
    void speaksHttp2() {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpResponse<String> upgraded =
                Gateway.send(client, gateway.post("{\"query\":\"{a}\"}"), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> next =
                Gateway.send(client, gateway.post("{\"query\":\"{a}\"}"), HttpResponse.BodyHandlers.ofString());

        assertThat(upgraded.body()).isEqualTo(TYPENAME);
        assertThat(next.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(next.body()).isEqualTo(TYPENAME);
    }

    private HttpResponse<String> post(String type) {
        return Gateway.send(gateway.at("/graphql")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{a}\"}")));
    }

    static String request(String body) {
        return "POST /graphql HTTP/1.1\r\nHost: h\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).startsWith("{\"errors\":[{\"message\":").contains("\"code\":\"" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
