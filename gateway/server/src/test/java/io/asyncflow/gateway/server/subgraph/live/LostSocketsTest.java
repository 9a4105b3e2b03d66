package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.SubgraphException;
import io.asyncflow.gateway.executor.SubgraphRequest;
import io.asyncflow.gateway.executor.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** Sockets that cannot be had, or are lost: what is tried again, and what ends. */
class LostSocketsTest extends OverWebSockets {

    private static Consumer<Throwable> code(String code) {
        return failure -> {
            assertThat(failure).isInstanceOf(SubgraphException.class).hasMessageContaining("news");
            assertThat(((SubgraphException) failure).code()).isEqualTo(code);
        };
    }

    @Test
    void saysSoWhereASubgraphHasNoUrlToSpeakOf() throws InterruptedException {
        SubgraphRequest request = subgraph.request("a b", "a");

        assertThat(new Listener(subscriptions.subscribe(request, NO_HEADERS).map(Json::toString)).next())
                .isEqualTo("SUBGRAPH_UNREACHABLE");
        assertThat(subscriptions.size()).isZero();
    }

    @Test
    void takesSubscriptionsUpAgainWhenTheConnectionIsLost() throws InterruptedException {
        Listener first = new Listener(subscribe("a"));
        FakeSubgraph.Socket socket = subscribed();
        Listener second = new Listener(subscribe("b"));
        subgraph.received();
        socket.next("1", "{\"data\":1}");
        assertThat(first.next()).isEqualTo("{\"data\":1}");
        socket.drop();

        FakeSubgraph.Socket next = subgraph.opened();
        assertThat(List.of(subgraph.received(), subgraph.received(), subgraph.received(), subgraph.received()))
                .anyMatch(message -> message.contains("\"query\":\"a\""))
                .anyMatch(message -> message.contains("\"query\":\"b\""));
        next.next("1", "{\"data\":11}");
        next.next("2", "{\"data\":12}");
        assertThat(List.of(first.next(), second.next())).containsExactlyInAnyOrder("{\"data\":11}", "{\"data\":12}");
        assertThat(subscriptions.sockets()).isEqualTo(1);
    }

    @Test
    void endsWhatItCannotTakeUpAgain() throws InterruptedException {
        StepVerifier.create(subscribe("a"))
                .then(this::closeSubgraph)
                .expectErrorSatisfies(code("SUBGRAPH_SUBSCRIPTION_LOST"))
                .verify(PATIENCE);
    }

    private void closeSubgraph() {
        try {
            subscribed();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        subgraph.close();
    }

    @Test
    void saysThatASubgraphCannotBeReached() {
        subgraph.close();

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_UNREACHABLE"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotWaitForeverForAnAcknowledgement() {
        subscriptions = subscriptions(0, UpstreamSettings.DEFAULT, Duration.ofMillis(300));
        subgraph.acknowledges = false;

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_TIMEOUT"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotWaitForeverForTheHandshake() {
        subscriptions = subscriptions(
                0,
                new UpstreamSettings(Protocol.GRAPHQL_WS, "/hanging", Duration.ZERO, List.of()),
                Duration.ofMillis(300));

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_TIMEOUT"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotTryAgainWhereTheHandshakeIsRefused() {
        subscriptions =
                subscriptions(100, new UpstreamSettings(Protocol.WEBSOCKET, "/refusing", Duration.ZERO, List.of()));

        StepVerifier.create(subscribe("a"))
                .expectErrorSatisfies(code("SUBGRAPH_HTTP_ERROR"))
                .verify(PATIENCE);
    }

    @Test
    void doesNotTryAgainWhereAnotherProtocolIsSpoken() {
        try (FakeSubgraph other = FakeSubgraph.withSubprotocol("graphql-ws")) {
            StepVerifier.create(subscriptions.subscribe(other.request("a"), NO_HEADERS))
                    .expectErrorSatisfies(code("SUBGRAPH_SUBSCRIPTION_REFUSED"))
                    .verify(PATIENCE);
        }
    }

    @Test
    void doesNotTryAgainWhereTheConnectionIsRefused() throws InterruptedException {
        subgraph.acknowledges = false;
        Listener listener = new Listener(subscribe("a"));
        subgraph.received();
        subgraph.opened().close(4403);

        assertThat(listener.next()).isEqualTo("SUBGRAPH_SUBSCRIPTION_REFUSED");
        assertThat(subgraph.opened).isEmpty();
    }

    @Test
    void leavesAConnectionOnWhichNothingIsHeard() throws InterruptedException {
        subscriptions =
                subscriptions(100, new UpstreamSettings(Protocol.WEBSOCKET, null, Duration.ofMillis(200), List.of()));
        new Listener(subscribe("a"));
        subscribed();

        assertThat(subgraph.received()).isEqualTo("closed");
        assertThat(subgraph.received()).contains("\"connection_init\"");
        assertThat(subgraph.received()).contains("\"subscribe\"");
    }

    @Test
    void endsEverythingWhenItIsClosed() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed();
        subscriptions.close();

        assertThat(listener.next()).isEqualTo("SUBGRAPH_UNREACHABLE");
        assertThat(subgraph.received()).isEqualTo("closed");
        assertThat(new Listener(subscribe("a")).next()).isEqualTo("SUBGRAPH_UNREACHABLE");
    }
}
