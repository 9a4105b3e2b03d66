package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.supergraph.Graph;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class AnswerSizeTest {

    private static final int LIMIT = 3_000_000;
    private static final String TOO_LARGE = "The subgraph products answered with more than may be read";

    private final Asking asking = new Asking(new Traffic().maxResponseSize(DataSize.ofBytes(LIMIT)));

    @AfterEach
    void close() {
        asking.close();
    }

    @Test
    void readsAnnouncedAnswersIntoAnArrayOfTheirSize() {
        for (int size : new int[] {1, 1024, 100_000, 2_500_000, LIMIT}) {
            try (var subgraph = FakeSubgraph.answering((asked, response) -> FakeSubgraph.json(response, text(size)))) {
                var request = new SubgraphRequest(
                        new Graph("P", "products", subgraph.url()),
                        OperationType.QUERY,
                        1,
                        Json.of("{}"),
                        Caller.UNKNOWN);
                StepVerifier.create(asking.client().send(request))
                        .assertNext(answer -> {
                            assertThat(answer.bytes()).hasSize(size);
                            assertThat(answer).isEqualTo(Json.of(text(size)));
                        })
                        .expectComplete()
                        .verify(Asking.PATIENCE);
            }
        }
    }

    @Test
    void readsChunks() {
        try (var subgraph = chunked(2_999_999 / 7, 7)) {
            Asking.expect(asking.query(subgraph.url()), text(7 * (2_999_999 / 7)));
        }
    }

    @Test
    void refusesAnAnnouncementBeyondTheLimit() {
        try (var subgraph = FakeSubgraph.answering((asked, response) -> FakeSubgraph.json(response, text(LIMIT + 1)))) {
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_RESPONSE_TOO_LARGE", TOO_LARGE);
        }
    }

    @Test
    void refusesChunksBeyondTheLimitAndServesTheNextRequest() {
        try (var large = chunked(1_000_000, 1_000);
                var small = FakeSubgraph.echoing()) {
            Asking.expectError(asking.query(large.url()), "SUBGRAPH_RESPONSE_TOO_LARGE", TOO_LARGE);
            Asking.expect(asking.query(small.url()), "{\"data\":" + Asking.BODY + "}");
        }
    }

    @Test
    void readsGzip() {
        for (int size : new int[] {1, 5000, 2_000_000, LIMIT}) {
            try (var subgraph = zipped(gzip(text(size)))) {
                Asking.expect(asking.query(subgraph.url()), text(size));
                assertThat(subgraph.asked().getFirst().header("accept-encoding"))
                        .containsExactly("gzip");
            }
        }
    }

    @Test
    void refusesABombBeforeItGoesOff() {
        try (var subgraph = zipped(gzip(text(LIMIT + 1)))) {
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_RESPONSE_TOO_LARGE", TOO_LARGE);
        }
    }

    @Test
    void refusesWhatOnlyPretendsToBeGzip() {
        try (var subgraph = zipped("{\"data\":{}}".getBytes(StandardCharsets.UTF_8))) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with something that cannot be read");
        }
    }

    @Test
    void refusesAnEncodingThatNobodyAskedFor() {
        try (var subgraph = FakeSubgraph.answering(
                (asked, response) -> FakeSubgraph.json(response.header("content-encoding", "br"), "{\"data\":{}}"))) {
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_RESPONSE_INVALID",
                    "The subgraph products answered with something that cannot be read");
        }
    }

    private static FakeSubgraph chunked(int size, int count) {
        return FakeSubgraph.answering((asked, response) -> response.header("content-type", "application/json")
                .sendString(Flux.range(0, count).map(i -> text(size)))
                .then());
    }

    private static FakeSubgraph zipped(byte[] bytes) {
        return FakeSubgraph.answering((asked, response) -> response.header("content-type", "application/json")
                .header("content-encoding", "gzip")
                .sendObject(Unpooled.wrappedBuffer(bytes))
                .then());
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static String text(int size) {
        return "x".repeat(size);
    }
}
