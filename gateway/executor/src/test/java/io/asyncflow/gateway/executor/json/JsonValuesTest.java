package io.asyncflow.gateway.executor.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonValuesTest {

    @Test
    void readsWhatItWrites() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("text", "a \"quoted\" \\ \n\r\t\b\f\u0000\u001f\u007f \u00e9 \uac00 \ud83d\ude00");
        value.put("\u00e9 \"key\"", List.of(new BigDecimal("1.50"), new BigDecimal("-3"), new BigDecimal("1E+9")));
        value.put("nothing", null);
        value.put("empty", List.of(Map.of(), List.of(), ""));
        value.put("flags", List.of(true, false));
        assertThat(JsonValues.read(JsonValues.write(value))).isEqualTo(value);
    }

    @Test
    void writesJsonAsItIs() {
        List<Object> items = new ArrayList<>(List.of(Json.of("{ \"a\":1 }"), 2, 2.5));
        items.add(null);
        assertThat(JsonValues.write(items)).hasToString("[{ \"a\":1 },2,2.5,null]");
    }

    @Test
    void readsEscapes() {
        assertThat(JsonValues.text(Json.of("\"\\u0041\\/\\\\\\\"\\ud83d\\ude00\"")))
                .isEqualTo("A/\\\"\ud83d\ude00");
        assertThat(JsonValues.text(Json.of("\"plain \u00e9\""))).isEqualTo("plain \u00e9");
    }

    @Test
    void readsFieldsAsTheyStandThere() {
        Map<String, Json> fields = JsonValues.fields(Json.of(" { \"a\" : [ 1 ] , \"\\u0062\" : 1.0, \"a\": 2 } "));
        assertThat(fields).containsExactly(Map.entry("a", Json.of("2")), Map.entry("b", Json.of("1.0")));
    }

    @Test
    void refusesNumbersThatNobodyCanHold() {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> JsonValues.read(Json.of("[1e99999999999]")));
    }

    @Test
    void growsAndCutsText() {
        var writer = new JsonWriter(1);
        writer.raw("abc").string("d\u0001").add('x').repeat(0, 3);
        assertThat(writer.toJson()).hasToString("abc\"d\\u0001\"xabc");
        writer.cut(2);
        assertThat(writer.add(Json.of("[1]")).toJson()).hasToString("ab[1]");
    }
}
