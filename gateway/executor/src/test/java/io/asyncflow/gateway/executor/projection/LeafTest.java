package io.asyncflow.gateway.executor.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTest {

    private static final EnumDefinition LEVEL = (EnumDefinition)
            Parser.parse("enum Level { LOW HIGH }").definitions().getFirst();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Int     | 0             | 0",
                "Int     | -2147483648   | -2147483648",
                "Int     | 2147483647    | 2147483647",
                "Int     | 2147483648    | -",
                "Int     | -2147483649   | -",
                "Int     | 99999999999   | -",
                "Int     | 1.0           | -",
                "Int     | 1e2           | -",
                "Int     | \"1\"         | -",
                "Int     | true          | -",
                "Int     | [1]           | -",
                "Float   | 1             | 1",
                "Float   | -1.5e300      | -1.5e300",
                "Float   | \"1\"         | -",
                "Float   | {}            | -",
                "String  | \"a\\n\"      | \"a\\n\"",
                "String  | 1             | -",
                "String  | [\"a\"]       | -",
                "Boolean | true          | true",
                "Boolean | false         | false",
                "Boolean | 1             | -",
                "Boolean | \"true\"      | -",
                "ID      | \"a\"         | \"a\"",
                "ID      | 12            | \"12\"",
                "ID      | -99999999999  | \"-99999999999\"",
                "ID      | 1.5           | -",
                "ID      | true          | -",
                "Level   | \"LOW\"       | \"LOW\"",
                "Level   | \"MID\"       | -",
                "Level   | LOW           | -",
                "Level   | 1             | -",
                "Date    | {\"a\": [1]}  | {\"a\": [1]}"
            })
    void writesOnlyWhatIsOfTheType(String type, String value, String written) {
        Leaf leaf = Leaf.of(type, type.equals("Level") ? LEVEL : null);
        JsonWriter out = new JsonWriter(8).add('>');
        Json json = Json.of(" " + value + " ");
        boolean fits = leaf.write(json.bytes(), 1, json.length() - 2, out);
        assertThat(out.toJson()).hasToString(">" + (written.equals("-") ? "" : written));
        assertThat(fits).isEqualTo(!written.equals("-"));
    }
}
