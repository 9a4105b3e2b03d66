package io.asyncflow.gateway.server.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

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
import reactor.core.publisher.Mono;

/** How long it waits, how much it takes on at once, and what it does when nobody waits any more. */
@Timeout(60)
class PatienceTest {

    private static final String ANSWER = "{\"data\":{}}";

    @AutoClose
    private Asking asking = new Asking(new Traffic());

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
                    Asking.await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    RawSubgraph.answerAll(conversation, number);
                })) {
            Mono<String> first = Asking.started(small.query(subgraph.url()));
            Asking.await(asked);
            Mono<String> second = Asking.started(small.query(subgraph.url()));
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
                    Asking.await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    RawSubgraph.answerAll(conversation, number);
                })) {
            Mono<String> first = Asking.started(small.query(subgraph.url()));
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
            Asking.await(asked);
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
                    Asking.await(go);
                    conversation.write(RawSubgraph.ANSWER);
                    RawSubgraph.answerAll(conversation, number);
                })) {
            Mono<String> first = Asking.started(small.query(subgraph.url()));
            Asking.await(asked);
            small.query(subgraph.url()).subscribe().dispose();
            Mono<String> third = Asking.started(small.query(subgraph.url()));
            go.countDown();
            Asking.expect(first, ANSWER);
            Asking.expect(third, ANSWER);
        }
    }
}
