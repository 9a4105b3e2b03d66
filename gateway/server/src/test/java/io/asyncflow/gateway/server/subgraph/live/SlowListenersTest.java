package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;

/** Events that come faster than they are worked on. */
class SlowListenersTest extends OverWebSockets {

    @Test
    void endsASubscriptionWhoseEventsAreNotWorkedOnAndNoOther() throws InterruptedException {
        Listener slow = new Listener(subscribe("a"), 0);
        FakeSubgraph.Socket socket = subscribed();
        Listener other = new Listener(subscribe("b"));
        subgraph.received();
        for (int n = 0; n < 100; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        socket.next("2", "{\"data\":2}");

        assertThat(other.next()).isEqualTo("{\"data\":2}");
        assertThat(subgraph.received()).isEqualTo("{\"type\":\"complete\",\"id\":\"1\"}");
        slow.request(Long.MAX_VALUE);
        for (int n = 0; n < 4; n++) {
            assertThat(slow.next()).isEqualTo("{\"data\":" + n + "}");
        }
        String last = slow.next();
        while (last.startsWith("{")) {
            last = slow.next();
        }
        assertThat(last).isEqualTo("SLOW_CONSUMER");
    }

    @Test
    void handsOnAllOfABurstToWhoWorksOnIt() throws InterruptedException {
        Listener listener = new Listener(subscribe("a").publishOn(Schedulers.single(), 1));
        FakeSubgraph.Socket socket = subscribed();
        for (int n = 0; n < 20_000; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        for (int n = 0; n < 20_000; n++) {
            assertThat(listener.next()).isEqualTo("{\"data\":" + n + "}");
        }
    }

    @Test
    void waitsNoLongerForWhoHasLeft() throws InterruptedException {
        Listener slow = new Listener(subscribe("a"), 0);
        FakeSubgraph.Socket socket = subscribed();
        Listener other = new Listener(subscribe("b"));
        subgraph.received();
        for (int n = 0; n < 100; n++) {
            socket.next("1", "{\"data\":" + n + "}");
        }
        socket.next("2", "{\"data\":2}");
        slow.dispose();

        assertThat(other.next()).isEqualTo("{\"data\":2}");
    }
}
