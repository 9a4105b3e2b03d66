package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is made of an answer's bytes, whole or broken off. */
@Timeout(60)
class WireAnswersTest {

    private static final String ANSWER = "{\"data\":{}}";
    private static final String BROKEN_OFF = "The subgraph products broke off its answer";

    @AutoClose
    private Asking asking = new Asking(new Traffic());

    @Test
    void readsAnAnswerThatEndsWithTheConnection() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{\"data\":{}}");
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
        }
    }

    @Test
    void skipsProvisionalAnswers() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n" + RawSubgraph.ANSWER);
            RawSubgraph.answerAll(conversation, number);
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(subgraph.connections()).isEqualTo(1);
        }
    }

    @Test
    void refusesWhatIsNotHttp() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write("SSH-2.0-OpenSSH\r\n\r\n");
            conversation.awaitEnd();
        })) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with something that cannot be read");
        }
    }

    @Test
    void tellsWhereAnAnswerBreaksOff() throws IOException {
        List<String> broken = List.of(
                "",
                "HTTP/1.1 200 OK\r\ncontent-type",
                RawSubgraph.ANSWER.substring(0, RawSubgraph.ANSWER.length() - 1),
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"dat");
        for (String part : broken) {
            try (var subgraph = new RawSubgraph((conversation, number) -> {
                conversation.read();
                conversation.write(part);
            })) {
                Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_UNREACHABLE", BROKEN_OFF);
            }
        }
    }
}
