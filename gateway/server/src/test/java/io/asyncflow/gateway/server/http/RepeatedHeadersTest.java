package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedHeadersTest {

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void readsAllLinesOfAccept() {
        var response = Gateway.send(gateway.post("{\"query\":\"{a}\"}")
                .header("Accept", "image/png")
                .header("Accept", "application/graphql-response+json"));

        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"br | gzip | true", "br | *;q=0.1 | true", "gzip;q=0 | * | false", "br | x-gzipped | false"})
    void readsAllLinesOfAcceptEncoding(String first, String second, boolean compressed) {
        service.on("{a}", FakeService.single("{\"data\":\"" + "x".repeat(5000) + "\"}", Outcome.Kind.EXECUTED));

        var response = Gateway.send(
                gateway.post("{\"query\":\"{a}\"}")
                        .header("Accept-Encoding", first)
                        .header("Accept-Encoding", second),
                HttpResponse.BodyHandlers.discarding());

        assertThat(response.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(compressed);
    }

    @Test
    void readsOnlyThoseParametersThatItKnows() {
        try (var wire = gateway.open()) {
            wire.write("GET /graphql?tag=a&tag=b&x=100%&query=%7Ba%7D&%=%FF HTTP/1.1\r\nHost: h\r\n\r\n");

            assertThat(wire.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
        }
    }
}
