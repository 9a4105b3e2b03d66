package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request, and what is said of it. */
class RefusedRequestsTest {

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
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

    @Test
    void refusesWhatNobodyCouldRead() {
        var response = Gateway.send(gateway.post("{\"query\":\"{a}\"}").header("Accept", "text/html"));

        Gateway.assertRefused(response, 406, "NOT_ACCEPTABLE");
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
        Gateway.assertRefused(Gateway.send(gateway.post(body)), 400, "BAD_REQUEST");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] body = "{\"query\":\"{ä}\"}".getBytes(StandardCharsets.ISO_8859_1);

        var response = Gateway.send(gateway.at("/graphql")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));

        Gateway.assertRefused(response, 400, "BAD_REQUEST");
    }

    @Test
    void refusesJsonThatNestsWithoutEnd() {
        String deep = "[".repeat(100_000);

        Gateway.assertRefused(
                Gateway.send(gateway.post("{\"query\":\"{a}\",\"variables\":{\"a\":" + deep)), 400, "BAD_REQUEST");
        Gateway.assertRefused(Gateway.send(gateway.post("{\"a\":".repeat(100_000))), 400, "BAD_REQUEST");
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

        Gateway.assertRefused(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void refusesAPostWithoutContentType() {
        var response = Gateway.send(gateway.at("/graphql").POST(HttpRequest.BodyPublishers.ofString("{}")));

        Gateway.assertRefused(response, 415, "UNSUPPORTED_MEDIA_TYPE");
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

    private HttpResponse<String> post(String type) {
        return Gateway.send(gateway.at("/graphql")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{a}\"}")));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
