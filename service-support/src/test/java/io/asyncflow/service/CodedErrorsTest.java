package io.asyncflow.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

class CodedErrorsTest {

    private final CodedErrors errors = new CodedErrors();

    @Test
    void tellsThatARequestIsTooLarge() {
        var limit = new DataBufferLimitException("Exceeded limit on max bytes to buffer : 1048576");

        for (Throwable failure : List.of(limit, new IllegalStateException("wrapped", limit))) {
            assertThat(attributes(failure))
                    .containsEntry("status", 413)
                    .extracting("errors")
                    .asString()
                    .contains("CONTENT_TOO_LARGE", "The request is too large");
        }
    }

    @Test
    void tellsThatABodyIsNotWhatIsExpected() {
        assertThat(attributes(new ServerWebInputException("Failed to read HTTP message")))
                .containsEntry("status", 400)
                .extracting("errors")
                .asString()
                .contains("BAD_REQUEST");
    }

    @Test
    void asksToTryAgainWhenSomethingIsAway() {
        assertThat(attributes(new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "no keys from secret")))
                .containsEntry("status", 503)
                .extracting("errors")
                .asString()
                .contains("SERVICE_UNAVAILABLE", "try again")
                .doesNotContain("secret");
    }

    @Test
    void tellsNothingOfAFault() {
        assertThat(attributes(new IllegalStateException("jdbc:postgresql://secret")))
                .containsEntry("status", 500)
                .extracting("errors")
                .asString()
                .contains("INTERNAL_SERVER_ERROR")
                .doesNotContain("secret");
    }

    private Map<String, @Nullable Object> attributes(Throwable failure) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("/graphql"));
        errors.storeErrorInformation(failure, exchange);
        var request = ServerRequest.create(exchange, List.<HttpMessageReader<?>>of());
        return errors.getErrorAttributes(request, ErrorAttributeOptions.defaults());
    }
}
