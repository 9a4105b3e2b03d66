package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.server.subgraph.RawSubgraph.Conversation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Timeout(60)
class ConnectionsTest {

    private static final String ANSWER = "{\"data\":{}}";
    private static final String BROKEN_OFF = "The subgraph products broke off its answer";

    @AutoClose
    private Asking asking = new Asking(new Traffic());

    @Test
    void keepsAConnectionForTheNextRequest() throws IOException {
        try (var subgraph = new RawSubgraph(ConnectionsTest::answerAll)) {
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
            await(all);
            conversation.write(RawSubgraph.ANSWER);
            answerAll(conversation, number);
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
                answerAll(conversation, number);
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
            answerAll(conversation, number);
        })) {
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            Asking.expect(asking.query(subgraph.url()), ANSWER);
            assertThat(subgraph.connections()).isEqualTo(1);
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

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        Asking.expectError(
                asking.query("http://127.0.0.1:" + port + "/"),
                "SUBGRAPH_UNREACHABLE",
                "The subgraph products could not be reached");
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        Asking.expectError(
                asking.query("http://products.invalid/"),
                "SUBGRAPH_UNREACHABLE",
                "The subgraph products could not be reached");
    }

    @Test
    void findsAHostByItsNameOnWhicheverAddressItListens() throws IOException {
        for (String address : List.of("127.0.0.1", "::1")) {
            try (var subgraph = new RawSubgraph(InetAddress.getByName(address), ConnectionsTest::answerAll)) {
                Asking.expect(asking.query("http://localhost:" + subgraph.port() + "/"), ANSWER);
            }
        }
    }

    @Test
    void reachesAddressesOfBothKinds() throws IOException {
        try (var subgraph = new RawSubgraph(InetAddress.getByName("::1"), ConnectionsTest::answerAll)) {
            Asking.expect(asking.query("http://[::1]:" + subgraph.port() + "/"), ANSWER);
        }
    }

    @Test
    void waitsNoLongerThanItMay() throws Exception {
        var gone = new CompletableFuture<Boolean>();
        try (var patient = new Asking(new Traffic().timeout(Duration.ofMillis(200)));
                var subgraph = new RawSubgraph((conversation, number) -> {
                    conversation.read();
                    conversation.write("HTTP/1.1 200 OK\r\n");
                    conversation.awaitEnd();
                    gone.complete(true);
                })) {
            Asking.expectError(
                    patient.query(subgraph.url()), "SUBGRAPH_TIMEOUT", "The subgraph products did not answer in time");
            assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void waitsNoLongerThanItMayForAConnection() throws IOException {
        List<SocketChannel> crowd = new ArrayList<>();
        try (var patient = new Asking(new Traffic().connectTimeout(Duration.ofMillis(200)));
                var deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            for (int i = 0; i < 8; i++) {
                SocketChannel one = SocketChannel.open();
                one.configureBlocking(false);
                one.connect(new InetSocketAddress("127.0.0.1", deaf.getLocalPort()));
                crowd.add(one);
            }
            Asking.expectError(
                    patient.query("http://127.0.0.1:" + deaf.getLocalPort() + "/"),
                    "SUBGRAPH_TIMEOUT",
                    "The subgraph products did not accept a connection in time");
        } finally {
            for (SocketChannel one : crowd) {
                one.close();
            }
        }
    }

    @Test
    void takesNoMoreThanItCanHandle() throws Exception {
        var go = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var small = new Asking(new Traffic().connections(1, 1));
                var subgraph = new RawSubgraph((conversation, number) -> {
                    conversation.read();
                    asked.countDown();
                    await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    answerAll(conversation, number);
                })) {
            Mono<String> first = started(small.query(subgraph.url()));
            await(asked);
            Mono<String> second = started(small.query(subgraph.url()));
            Asking.expectError(
                    small.query(subgraph.url()),
                    "SUBGRAPH_BUSY",
                    "The subgraph products has more requests waiting than it can take");
            go.countDown();
            Asking.expect(first, ANSWER);
            Asking.expect(second, ANSWER);
            assertThat(subgraph.connections()).isEqualTo(1);
        }
    }

    @Test
    void takesNoMoreThanItMayAtTheSameTime() throws Exception {
        var go = new CountDownLatch(1);
        try (var small = new Asking(new Traffic().maxConcurrentRequests(1));
                var subgraph = new RawSubgraph((conversation, number) -> {
                    conversation.read();
                    await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    answerAll(conversation, number);
                })) {
            Mono<String> first = started(small.query(subgraph.url()));
            Asking.expectError(
                    small.query(subgraph.url()),
                    "SUBGRAPH_BUSY",
                    "The subgraph products has more requests waiting than it can take");
            go.countDown();
            Asking.expect(first, ANSWER);
            Asking.expect(small.query(subgraph.url()), ANSWER);
        }
    }

    @Test
    void tellsTheSubgraphThatNobodyWaitsAnyMore() throws Exception {
        var asked = new CountDownLatch(1);
        var gone = new CompletableFuture<Boolean>();
        try (var subgraph = new RawSubgraph((conversation, number) -> {
            conversation.read();
            asked.countDown();
            conversation.awaitEnd();
            gone.complete(true);
        })) {
            Disposable waiting = asking.mutate(subgraph.url()).subscribe();
            await(asked);
            assertThat(asking.state().inFlight()).isEqualTo(1);
            waiting.dispose();
            assertThat(gone.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(asking.state().inFlight()).isZero();
        }
    }

    @Test
    void forgetsWhoLeavesTheQueue() throws Exception {
        var go = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var small = new Asking(new Traffic().connections(1, 1));
                var subgraph = new RawSubgraph((conversation, number) -> {
                    conversation.read();
                    asked.countDown();
                    await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    answerAll(conversation, number);
                })) {
            Mono<String> first = started(small.query(subgraph.url()));
            await(asked);
            small.query(subgraph.url()).subscribe().dispose();
            Mono<String> third = started(small.query(subgraph.url()));
            go.countDown();
            Asking.expect(first, ANSWER);
            Asking.expect(third, ANSWER);
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
            await(go);
            conversation.write(RawSubgraph.ANSWER);
            conversation.awaitEnd();
        })) {
            Mono<String> running = started(asking.query(subgraph.url()));
            await(asked);
            Mono<String> closing =
                    started(asking.client().close(Asking.PATIENCE).thenReturn("closed"));
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
                answerAll(conversation, number);
            } finally {
                closed.complete(true);
            }
        });
    }

    /** Until the other side closes. */
    private static void answerAll(Conversation conversation, int number) throws IOException {
        while (true) {
            conversation.read();
            conversation.write(RawSubgraph.ANSWER);
        }
    }

    private static Mono<String> started(Mono<String> asked) {
        return Mono.fromFuture(asked.toFuture());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
