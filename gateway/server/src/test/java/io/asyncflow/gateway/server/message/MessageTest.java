package io.asyncflow.gateway.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    @Test
    void keepsThePayloadAsItWasWritten() {
        Message message = read("""
                 { "payload" : {"query": "{ \\"x\\" }", "n":[1.50, -0, 2e9, true ,null] } , "id":"a\\u0062\\n", "type":"subscribe"}
                """);

        assertThat(message.type()).isEqualTo(MessageType.SUBSCRIBE);
        assertThat(message.operation()).isEqualTo("ab\n");
        assertThat(message.id()).hasToString("\"a\\u0062\\n\"");
        assertThat(message.payload()).hasToString("{\"query\": \"{ \\\"x\\\" }\", \"n\":[1.50, -0, 2e9, true ,null] }");
    }

    @Test
    void writesWhatItReads() {
        String text = "{\"type\":\"next\",\"id\":\"1\",\"payload\":{\"data\":{\"name\":\"ä€😀\"}}}";

        assertThat(read(text).write(UnpooledByteBufAllocator.DEFAULT).toString(StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void takesOfAnObjectOnlyWhatIsThere() {
        JsonObject object = JsonObject.read(Json.of("{\"a\":\"x\",\"b\":null,\"c\":{}}"));

        assertThat(object.string("a")).hasToString("\"x\"");
        assertThat(object.get("b")).isNull();
        assertThat(object.get("z")).isNull();
        assertThat(object.object("c")).hasToString("{}");
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> object.string("c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "{",
                "{\"type\"",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\"}}",
                "{\"type\":\"ping\"} x",
                "{\"type\":\"ping\",}",
                "{type:\"ping\"}",
                "{\"type\":\"pi\nng\"}",
                "{\"type\":\"\\ping\"}",
                "{\"type\":\"\\u00g0\"}",
                "{\"type\":\"\\u00\"}",
                "{\"type\":ping}",
                "{\"type\":1}",
                "{\"type\":null}",
                "{}",
                "{\"type\":\"unknown\"}",
                "{\"type\":\"pong\",\"type\":\"ping\"}",
                "{\"type\":\"pong\",\"typ\\u0065\":\"ping\"}",
                "{\"type\":\"ping\",\"payload\":[]}",
                "{\"type\":\"ping\",\"payload\":{\"a\":01}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":1.}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":1e}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":-}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":tru}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":[1,]}}",
                "{\"type\":\"ping\",\"payload\":{\"a\":[1 2]}}",
                "{\"type\":\"complete\"}",
                "{\"type\":\"complete\",\"id\":1}",
                "{\"type\":\"complete\",\"id\":\"\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":\"{ a }\"}",
                "{\"type\":\"next\",\"id\":\"1\",\"payload\":null}",
                "{\"type\":\"error\",\"id\":\"1\",\"payload\":{}}",
            })
    void refuses(String text) {
        assertThatExceptionOfType(MalformedMessage.class).isThrownBy(() -> read(text));
    }

    @Test
    void refusesWhatIsNestedTooDeeplyWithoutRunningOutOfStack() {
        String deep = "{\"type\":\"ping\",\"payload\":{\"a\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}}";

        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> read(deep))
                .withMessageContaining("deeper");
    }

    private static Message read(String text) {
        return Message.read(Json.of(text));
    }
}
