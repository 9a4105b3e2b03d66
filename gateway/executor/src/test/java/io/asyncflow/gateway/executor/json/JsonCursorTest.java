package io.asyncflow.gateway.executor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "12.5e-3",
                "1E+9",
                "true",
                "false",
                "null",
                "\"\"",
                "\"plain text of more than sixteen bytes\"",
                "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
                "\"12345678\\n\"",
                "\"\u007f \u00e9 \uac00 \ud83d\ude00\"",
                "[]",
                "{}",
                " [ 1 , [ ] , { \"a\" : { } } ] \r\n\t",
                "{\"a\":1,\"a\":2}"
            })
    void passesJson(String json) {
        passAll(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nul",
                "nulll",
                "True",
                "tru",
                "'a'",
                "\"a",
                "\"",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u123\"",
                "\"a\nb\"",
                "\"12345678\u0001\"",
                "\"a\u0000\"",
                "-",
                "+1",
                "01",
                "1.",
                ".5",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{1:1}",
                "{\"a\" 1}",
                "{\"a\":1 \"b\":2}",
                "1 2",
                "{}{}",
                "\ufeff{}",
                "/**/1",
                "\u00a01",
                "1\u0000"
            })
    void refusesWhatIsNotJson(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesEveryBeginningOfJson() {
        byte[] whole =
                "{\"data\":{\"a\":[1,2.5e1,\"\\u00e9\u00e9\",true,null,{\"b\":{}}]}}".getBytes(StandardCharsets.UTF_8);
        passAll(whole);
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        int[][] wrong = {
            {0x80},
            {0xbf},
            {0xc0, 0xaf},
            {0xc1, 0xbf},
            {0xc3},
            {0xc3, 0x28},
            {0xe0, 0x80, 0xaf},
            {0xe2, 0x82},
            {0xed, 0xa0, 0x80},
            {0xf0, 0x80, 0x80, 0x80},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xff},
            {0xfe}
        };
        for (int[] bytes : wrong) {
            byte[] quoted = new byte[bytes.length + 2];
            quoted[0] = '"';
            for (int i = 0; i < bytes.length; i++) {
                quoted[i + 1] = (byte) bytes[i];
            }
            quoted[quoted.length - 1] = '"';
            assertRefused(quoted);
        }
    }

    @Test
    void goesAsDeepAsAnybodyNeedsButNoDeeper() {
        passAll(("[".repeat(500) + "]".repeat(500)).getBytes(StandardCharsets.UTF_8));
        assertRefused(("[".repeat(501) + "]".repeat(501)).getBytes(StandardCharsets.UTF_8));
        assertRefused("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhereAValueBegins() {
        var cursor = new JsonCursor().over(Json.of("x  [1] ,").bytes(), 1, 8);
        assertThat(cursor.skip()).isEqualTo(3);
        assertThat(cursor.at()).isEqualTo(6);
        assertThat(cursor.take(',')).isTrue();
        cursor.expectEnd();
    }

    private static void passAll(byte[] json) {
        var cursor = new JsonCursor().over(Json.of(json));
        cursor.skip();
        cursor.expectEnd();
    }

    private static void assertRefused(byte[] text) {
        assertThatExceptionOfType(JsonException.class)
                .as(new String(text, StandardCharsets.UTF_8))
                .isThrownBy(() -> passAll(text));
    }
}
