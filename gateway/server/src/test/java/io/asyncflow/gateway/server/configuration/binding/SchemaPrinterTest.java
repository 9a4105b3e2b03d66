package io.asyncflow.gateway.server.configuration.binding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaPrinterTest {

    private final JsonNode schema = JsonMapper.shared().readTree(SchemaPrinter.print(Kitchen.DEFAULT));

    @Test
    void describesEachSettingOnce() {
        assertThat(schema.path("properties").propertyNames())
                .containsExactly(
                        "open",
                        "cooks",
                        "tips",
                        "name",
                        "notice",
                        "max_wait",
                        "pantry",
                        "stove",
                        "dishes",
                        "prices",
                        "keys",
                        "oven",
                        "from",
                        "until");
        assertThat(at("/properties/cooks/description").asString()).isEqualTo("How many cook.");
        assertThat(at("/properties/cooks/default").asInt()).isEqualTo(2);
        assertThat(at("/properties/max_wait/default").asString()).isEqualTo("20m");
        assertThat(at("/properties/pantry/default").asString()).isEqualTo("512KB");
        assertThat(at("/properties/oven/properties/max_heat/default").asInt()).isEqualTo(250);
        assertThat(at("/properties/until/default").asInt()).isEqualTo(18);
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(at("/additionalProperties").asBoolean(true)).isFalse();
        assertThat(at("/properties/oven/additionalProperties").asBoolean(true)).isFalse();
        assertThat(at("/properties/stove/enum").toString()).isEqualTo("[\"gas\",\"wood_fire\"]");
        assertThat(at("/properties/notice/anyOf/1/type").asString()).isEqualTo("null");
        assertThat(at("/properties/prices/additionalProperties/anyOf/0/type").asString())
                .isEqualTo("integer");
        assertThat("1h30m").matches(at("/properties/max_wait/pattern").asString());
    }

    @Test
    void saysWhatCannotBeLeftOut() {
        assertThat(at("/required").isMissingNode()).isTrue();
        assertThat(at("/properties/dishes/items/required").toString()).isEqualTo("[\"name\",\"default\"]");
    }

    /** An editor must not underline what the gateway reads. */
    @Test
    void letsVariablesStandForValues() {
        String variable = "x ${env.NAME} y";

        assertThat(variable)
                .containsPattern(at("/properties/open/anyOf/1/pattern").asString());
        assertThat(variable)
                .containsPattern(at("/properties/cooks/anyOf/1/pattern").asString());
        assertThat(variable).containsPattern(at("/properties/max_wait/pattern").asString());
        assertThat(variable).containsPattern(at("/properties/pantry/pattern").asString());
    }

    private JsonNode at(String pointer) {
        return schema.at(pointer);
    }
}
