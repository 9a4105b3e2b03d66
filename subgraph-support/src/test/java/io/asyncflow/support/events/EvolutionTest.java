package io.asyncflow.support.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvolutionTest {

    private static final String PUBLISHED = """
            {"type": "object", "title": "A thing", "required": ["id"], "properties": {
              "id": {"type": "string", "maxLength": 30},
              "size": {"type": "object", "properties": {"width": {"type": "integer", "minimum": 0}}},
              "colour": {"enum": ["RED", "BLUE"]}}}""";

    @Test
    void letsOptionalFieldsIn() {
        assertThat(breaks("\"id\": {", "\"weight\": {\"type\": \"integer\"}, \"id\": {"))
                .isEmpty();
        assertThat(breaks("\"width\": {", "\"depth\": {\"type\": \"integer\"}, \"width\": {"))
                .isEmpty();
        assertThat(breaks("A thing", "One thing")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "required": ["id"]       | "required": ["id", "size"] | /required was ["id"] and is ["id","size"]
            "required": ["id"],      |                            | /required is gone
            "id": {"type": "string", | "id": {"type": "integer",  | /properties/id/type was "string" and is "integer"
            "maxLength": 30          | "maxLength": 40            | /properties/id/maxLength was 30 and is 40
            "minimum": 0             | "maximum": 9               | /properties/size/properties/width/maximum is new
            "colour"                 | "color"                    | /properties/colour is gone
            "BLUE"                   | "GREEN"                    | /properties/colour/enum was ["RED","BLUE"] and is ["RED","GREEN"]
            """)
    void findsWhatBreaks(String from, String to, String expected) {
        assertThat(breaks(from, to == null ? "" : to)).contains(expected);
    }

    private static java.util.List<String> breaks(String from, String to) {
        assertThat(PUBLISHED).contains(from);
        return Evolution.breaks(json(PUBLISHED), json(PUBLISHED.replace(from, to)));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
