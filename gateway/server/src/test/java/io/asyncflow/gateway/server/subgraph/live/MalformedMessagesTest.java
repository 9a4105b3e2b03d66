package io.asyncflow.gateway.server.subgraph.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message of the protocol, or too large for one. */
class MalformedMessagesTest extends OverWebSockets {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rubbish",
                "{}",
                "[]",
                "{\"type\":\"next\",\"payload\":{}}",
                "{\"type\":\"next\",\"id\":\"1\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":{\"data\":}}",
                "{\"type\":\"error\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"data\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"connection_ack\"}"
            })
    void endsWithACodeWhenAMessageIsMalformed(String message) throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().send(message);

        assertThat(listener.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
        assertThat(subgraph.received()).isEqualTo("closed");
    }

    @Test
    void endsWithACodeWhenAFrameIsMalformed() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().sendRaw(0x83, 0);
        assertThat(listener.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
        subgraph.received();

        Listener binary = new Listener(subscribe("a"));
        subscribed().sendBinary((byte) 1);
        assertThat(binary.next()).isEqualTo("SUBGRAPH_RESPONSE_INVALID");
    }

    @Test
    void endsWithACodeWhenAMessageIsTooLarge() throws InterruptedException {
        Listener whole = new Listener(subscribe("a"));
        subscribed().next("1", "{\"data\":\"" + "x".repeat(5000) + "\"}");
        assertThat(whole.next()).isEqualTo("SUBGRAPH_RESPONSE_TOO_LARGE");
        assertThat(subgraph.received()).isEqualTo("closed");

        Listener parts = new Listener(subscribe("a"));
        subscribed().sendInTwo("{\"type\":\"next\"," + " ".repeat(3000), " ".repeat(3000));
        assertThat(parts.next()).isEqualTo("SUBGRAPH_RESPONSE_TOO_LARGE");
    }

    @Test
    void putsTheFramesOfAMessageTogether() throws InterruptedException {
        Listener listener = new Listener(subscribe("a"));
        subscribed().sendInTwo("{\"type\":\"next\",\"id\":\"1\",", "\"payload\":{\"data\":1}}");

        assertThat(listener.next()).isEqualTo("{\"data\":1}");
    }
}
