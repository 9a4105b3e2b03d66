package io.asyncflow.gateway.server.http;

import static io.asyncflow.gateway.server.http.Gateway.assertRefused;
import static io.asyncflow.gateway.server.http.Gateway.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Outcome;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnacceptableAnswersTest {

    private final FakeService service = new FakeService();
    private final Gateway gateway = Gateway.with(service, SettingsForTests.with(new BatchingSettings(true, 2)));

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "multipart/mixed", "application/json"})
    void saysWithTheStatusThatAMutationByGetIsNone(String accept) {
        var response = send(gateway.at("/graphql?query=mutation%7Ba%7D").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/mixed;subscriptionSpec=1.0"})
    void saysWithTheStatusThatTheClientTakesTooLittle(String accept) {
        service.on("{a}", FakeService.refused(Outcome.Kind.UNACCEPTABLE));

        var response = send(gateway.post("{\"query\":\"{a}\"}").header("Accept", accept));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body()).startsWith("{\"errors\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "multipart/mixed", "image/png"})
    void answersABatchAsOneResponseOnly(String accept) {
        assertRefused(batch(accept), 406, "NOT_ACCEPTABLE");
        assertThat(service.requests).isEmpty();
    }

    @Test
    void answersABatchWhereOneResponseIsTakenToo() {
        assertThat(batch("text/event-stream;q=0.5,application/json").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> batch(String accept) {
        return send(gateway.post("[{\"query\":\"{a}\"}]").header("Accept", accept));
    }
}
