package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which connections are kept, used again and closed. */
@Timeout(60)
class ConnectionsTest {

    private static final String ANSWER = "{\"data\":{}}";
    private static final String BROKEN_OFF = "The subgraph products broke off its answer";

    @AutoClose
    private Asking asking = new Asking(new Traffic());

    @Test
    void keepsAConnectionForTheNextRequest() throws IOException {
        try (var subgraph = new RawSubgraph(RawSubgraph::answerAll)) {
            for (int i = 0; i < 5; i++) {
                Asking.expect(asking.query(subgraph.url()), ANSWER);
            }
            assertThat(subgraph.connections()).isEqualTo(1);
            assertThat(asking.state().connections()).isEqualTo(1);
        }
    }

    @Test
    void opensAsManyAsAreNeededAndKeepsThem() throws IOException {
        var all = new CountDownLatch(3);
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            all.countDown();
            Asking.await(all);
            conversation.write(RawSubgraph.ANSWER);
            RawSubgraph.answerAll(conversation, number);
        })) {
            for (int round = 0; round < 2; round++) {
                Asking.expect(
                        Flux.range(0, 3)
                                .flatMap(i -> asking.query(subgraph.url()))
                                .count()
                                .map(String::valueOf),
                        "3");
            }
            assertThat(subgraph.connections()).isEqualTo(3);
        }
    }

    @Test
    void asksAgainWhereAnIdleConnectionWasClosed() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(RawSubgraph.ANSWER);
            if (number == 1) {
                conversation.read(); // crosses the close
            } else {
                RawSubgraph.answerAll(conversation, number);
            }
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void asksOnlyOnceAgain() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            if (number == 1) {
                conversation.write(RawSubgraph.ANSWER);
                conversation.read();
            }
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            Asking.expectError(asking.query(subgraph.url()), "SUBGRAPH_UNREACHABLE", BROKEN_OFF);
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void neverSendsAMutationTwice() throws IOException {
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(RawSubgraph.ANSWER);
            conversation.read();
        })) {
            Asking.expect(asking.mutate(subgraph.url()), ANSWER);
            Asking.expectError(asking.mutate(subgraph.url()), "SUBGRAPH_UNREACHABLE", BROKEN_OFF);
            assertThat(subgraph.connections()).isEqualTo(1);
        }
    }

    @Test
    void opensANewOneWhereTheSubgraphClosesAfterAnAnswer() throws IOException {
        String closing = RawSubgraph.ANSWER.replace("content-type", "connection: close\r\ncontent-type");
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(closing);
            conversation.awaitEnd();
        })) {
            Asking.expect(asking.mutate(subgraph.url()), ANSWER);
            Asking.expect(asking.mutate(subgraph.url()), ANSWER);
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void closesAConnectionThatSaysMoreThanItWasAsked() throws Exception {
        var closed = new CompletableFuture<Boolean>();
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(RawSubgraph.ANSWER + RawSubgraph.answer("{\"data\":\"for somebody else\"}"));
            conversation.awaitEnd();
            closed.complete(true);
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void closesConnectionsThatNobodyUses() throws Exception {
        var closed = new CompletableFuture<Boolean>();
        try (var brief = new Asking(new Traffic().idle(Duration.ofMillis(50)));
                var subgraph = closing(RawSubgraph.ANSWER, closed)) {
            Asking.expect(brief.query(subgraph.url()), ANSWER);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void closesConnectionsThatTheSubgraphWillNotKeep() throws Exception {
        var closed = new CompletableFuture<Boolean>();
        String hint = RawSubgraph.ANSWER.replace("content-type", "keep-alive: max=100, timeout=1\r\ncontent-type");
        try (var subgraph = closing(hint, closed)) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void usesNoConnectionForEver() throws Exception {
        var closed = new CompletableFuture<Boolean>();
        try (var brief = new Asking(new Traffic().age(Duration.ofMillis(1)));
                var subgraph = closing(RawSubgraph.ANSWER, closed)) {
            for (int i = 0; i < 100 && subgraph.connections() < 2; i++) {
                Asking.expect(brief.query(subgraph.url()), ANSWER);
            }
            assertThat(closed.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(subgraph.connections()).isEqualTo(2);
        }
    }

    @Test
    void drainsBeforeItCloses() throws Exception {
        var go = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            asked.countDown();
            Asking.await(go);
            conversation.write(RawSubgraph.ANSWER);
            conversation.awaitEnd();
        })) {
            Mono<String> running = Asking.started(asking.query(subgraph.url()));
            Asking.await(asked);
            Mono<String> closing =
                    Asking.started(asking.client().close(Asking.PATIENCE).thenReturn("closed"));
            Asking.expectError(
                    asking.query(subgraph.url()),
                    "SUBGRAPH_UNREACHABLE",
                    "The subgraph products was not asked, because the gateway is stopping");
            go.countDown();
            Asking.expect(running, ANSWER);
            Asking.expect(closing, "closed");
        }
    }

    private static RawSubgraph closing(String answer, CompletableFuture<Boolean> closed) {
        return new RawSubgraph((conversation, number) -> {
            conversation.read();
            conversation.write(answer);
            try {
                RawSubgraph.answerAll(conversation, number);
            } finally {
                closed.complete(true);
            }
        });
    }
}
