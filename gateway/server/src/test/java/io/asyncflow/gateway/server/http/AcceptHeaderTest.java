package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.http.Accepted.Form;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

    private final AcceptHeader header = new AcceptHeader();

    @Test
    void takesJsonWhereTheClientSaysNothing() {
        assertThat(header.read("").whole()).isEqualTo(Form.JSON);
        assertThat(header.read(" ").whole()).isEqualTo(Form.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "*/*                                                                   | JSON",
                "application/*                                                         | JSON",
                "application/json                                                      | JSON",
                "APPLICATION/JSON; charset=utf-8                                       | JSON",
                "application/graphql-response+json                                     | RESPONSE_JSON",
                "application/graphql-response+json, application/json;q=0.9             | RESPONSE_JSON",
                "application/graphql-response+json;q=0.5, application/json;q=0.9       | JSON",
                "application/json, application/graphql-response+json                   | JSON",
                "application/graphql-response+json;q=0.5, */*;q=0.8                    | JSON",
                "application/json;q=0, */*                                             | RESPONSE_JSON",
                "application/json;q=0                                                  | -",
                "text/html                                                             | -",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8       | JSON",
                "text/event-stream                                                     | EVENT_STREAM",
                "text/event-stream, application/json                                   | JSON",
                "text/event-stream, application/json;q=0.1                             | EVENT_STREAM",
                "multipart/mixed;deferSpec=20220824, application/json;q=0.9            | JSON",
                "multipart/mixed;boundary=\"graphql\";subscriptionSpec=\"1.0\"         | MULTIPART_EVENTS",
                "application/json;q=nonsense                                           | JSON",
                "foo;x=\"a,b\", application/json                                       | JSON",
                ",,,                                                                   | -",
            })
    void choosesTheFormOfOneResponse(String accept, @Nullable Form form) {
        assertThat(header.read(accept).whole()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9 | MULTIPART",
                "multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9 | EARLIER_MULTIPART",
                "multipart/mixed;deferSpec=\"20220824\"                                | EARLIER_MULTIPART",
                "multipart/mixed;deferSpec=19990101, application/json                  | -",
                "application/json, multipart/mixed                                     | MULTIPART",
                "text/event-stream, multipart/mixed                                    | EVENT_STREAM",
                "text/event-stream;q=0.1, multipart/mixed;q=0.2                        | MULTIPART",
                "*/*                                                                   | -",
                "multipart/mixed;subscriptionSpec=1.0                                  | -",
                "multipart/mixed;q=0                                                   | -",
            })
    void choosesTheFormOfAnAnswerInParts(String accept, @Nullable Form form) {
        assertThat(header.read(accept).parts()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/json | MULTIPART_EVENTS",
                "text/event-stream, multipart/mixed                                    | EVENT_STREAM",
                "multipart/mixed                                                       | MULTIPART_EVENTS",
                "multipart/mixed;deferSpec=20220824, application/json                  | -",
                "application/json                                                      | -",
                "*/*                                                                   | -",
            })
    void choosesTheFormOfEvents(String accept, @Nullable Form form) {
        assertThat(header.read(accept).events()).isEqualTo(form);
    }

    @Test
    void isNotHeldUpByALongHeader() {
        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            header.read("*/*,".repeat(4000) + i);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void readsAnyNumberOfDifferentTexts() {
        for (int i = 0; i < 1000; i++) {
            assertThat(header.read("application/json;x=" + i).whole()).isEqualTo(Form.JSON);
        }
    }
}
