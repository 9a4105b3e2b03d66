package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** A subgraph that says more than it was asked: nobody gets what was meant for somebody else. */
@Timeout(60)
class SurplusBytesTest {

    private static final String STOLEN = RawSubgraph.answer("{\"data\":\"for somebody else\"}");
    private static final String ANSWER = "{\"data\":{}}";

    @AutoClose
    private final Asking asking = new Asking(new Traffic().connections(1, 10));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30, 80, 90})
    void asksWhoeverWaitsOnANewConnection(int surplus) throws IOException {
        var both = new CountDownLatch(1);
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            Asking.await(both);
            if (number == 1) {
                conversation.write(RawSubgraph.ANSWER + STOLEN.substring(0, Math.min(surplus, STOLEN.length())));
                conversation.awaitEnd();
            } else {
                conversation.write(RawSubgraph.ANSWER);
                RawSubgraph.answerAll(conversation, number);
            }
        })) {
            Mono<String> first = Asking.started(asking.query(subgraph.url()));
            Mono<String> second = Asking.started(asking.mutate(subgraph.url()));
            both.countDown();

            Asking.expect(first, ANSWER);
            Asking.expect(second, ANSWER);
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void takesNoBeginningOfAnAnswerForTheNextOne() throws IOException {
        var told = new CountDownLatch(1);
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(RawSubgraph.ANSWER);
            if (number == 1) {
                Asking.await(told);
                conversation.write(STOLEN.substring(0, 20));
                conversation.awaitEnd();
            } else {
                RawSubgraph.answerAll(conversation, number);
            }
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            told.countDown();
            Mono.fromSupplier(() -> asking.state().connections())
                    .filter(open -> open == 0)
                    .repeatWhenEmpty(again -> again.delayElements(java.time.Duration.ofMillis(5)))
                    .block(Asking.PATIENCE);

            Asking.expect(asking.mutate(subgraph.url()), ANSWER);
        }
    }
}
