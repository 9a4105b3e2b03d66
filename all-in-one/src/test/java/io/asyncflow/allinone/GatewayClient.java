package io.asyncflow.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the gateway: it sends what clients send, and takes whatever comes back. */
final class GatewayClient {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String RESPONSE = "application/graphql-response+json";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String address;
    private final HttpClient http = HttpClient.newHttpClient();

    GatewayClient(String address) {
        this.address = address;
    }

    /** The data of an answer without errors. */
    JsonNode data(String document, Map<String, ?> variables, String... headers) {
        Answer answer = ask(Map.of("query", document, "variables", variables), headers);
        if (answer.status() != 200 || answer.json().has("errors")) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        return answer.json().path("data");
    }

    Answer ask(Map<String, ?> body, String... headers) {
        return askFor(RESPONSE, body, headers);
    }

    Answer askFor(String accept, Map<String, ?> body, String... headers) {
        return send(request("/graphql", accept, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** As a link is followed: with parameters alone. */
    Answer get(String path, String accept, Map<String, String> parameters, String... headers) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(request(path + query, accept, headers));
    }

    GatewaySocket connect(Map<String, String> parameters) {
        return GatewaySocket.open(http, URI.create(address.replace("http:", "ws:") + "/graphql"), parameters);
    }

    private HttpRequest.Builder request(String path, String accept, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Accept", accept);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JSON.readTree(body());
        }

        /** The code of its first error. */
        String code() {
            return json().at("/errors/0/extensions/code").asString("none");
        }
    }
}
