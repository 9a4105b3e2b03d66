package io.asyncflow.gateway.executor.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {

    private static final Api API = Api.of(Parser.parse("""
            type Query { a: Int }
            enum Level { LOW HIGH }
            scalar Date
            input Size { width: Int! height: Int! = 1 unit: String tags: [String!] }
            input By @oneOf { id: ID name: String }
            """));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Int       | 5",
                "Int       | 5.0",
                "Int       | null",
                "Int!      | -2147483648",
                "Float     | 1",
                "Float!    | 1.5e3",
                "String    | \"\"",
                "Boolean!  | false",
                "ID        | \"a\"",
                "ID        | 12345678901234",
                "Level     | \"LOW\"",
                "Date      | {\"anything\": [1]}",
                "[Int]     | 5",
                "[[Int!]]  | 5",
                "[Int]     | [1, null]",
                "[Int!]!   | []",
                "Size      | {\"width\": 1}",
                "Size      | {\"width\": 1, \"height\": 2, \"unit\": null, \"tags\": \"one\"}",
                "[Size!]   | {\"width\": 1}",
                "By        | {\"id\": 5}"
            })
    void takesWhatFits(String type, String value) {
        assertThat(read(type, value)).containsExactly(Map.entry("v", Json.of(value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Int      | 1.5                          | $v is 1.5",
                "Int      | 2147483648                   | $v is 2147483648",
                "Int      | 1e1000000000                 | $v is 1E+1000000000",
                "Int      | 1e99999999999                | $v cannot be read",
                "Int      | \"5\"                        | $v is \"5\", which is no Int",
                "Int      | [5]                          | $v is [5]",
                "Int!     | null                         | $v cannot be null",
                "Float    | \"1\"                        | which is no Float",
                "String   | 5                            | which is no String",
                "Boolean  | 1                            | which is no Boolean",
                "ID       | 1.5                          | which is no ID",
                "ID       | true                         | which is no ID",
                "Level    | \"MID\"                      | which is no value of Level",
                "Level    | 1                            | which is no value of Level",
                "[Int!]   | [1, null]                    | $v[1] cannot be null",
                "[[Int]]  | [1, [\"x\"]]                 | $v[1][0] is \"x\"",
                "Size     | 5                            | which is no Size",
                "Size     | {}                           | $v lacks the field width, whose type is Int!",
                "Size     | {\"width\": null}            | $v.width cannot be null",
                "Size     | {\"width\": 1, \"height\": null} | $v.height cannot be null",
                "Size     | {\"width\": 1, \"depth\": 2} | which Size does not have",
                "Size     | {\"width\": 1, \"tags\": [null]} | $v.tags[0] cannot be null",
                "By       | {}                           | exactly one field",
                "By       | {\"id\": 1, \"name\": \"a\"} | exactly one field",
                "By       | {\"id\": null}               | exactly one field"
            })
    void refusesWhatDoesNot(String type, String value, String problem) {
        assertThatExceptionOfType(VariablesException.class)
                .isThrownBy(() -> read(type, value))
                .withMessageContaining(problem);
    }

    @Test
    void fillsInDefaultsAndLeavesOutWhatIsNotGiven() {
        assertThat(of("query($a: Int = 3, $b: [Int!]! = [1], $c: Int, $d: Int = 4) { a }", "{\"d\": null, \"e\": 1}"))
                .containsExactly(
                        Map.entry("a", Json.of("3")), Map.entry("b", Json.of("[1]")), Map.entry("d", Json.NULL));
        assertThat(of("{ a }", null)).isEmpty();
    }

    @Test
    void tellsAllThatIsWrong() {
        assertThatExceptionOfType(VariablesException.class)
                .isThrownBy(() -> of("query($a: Int!, $b: Int!, $c: Int) { a }", "{\"c\": true}"))
                .satisfies(wrong -> assertThat(wrong.problems()).hasSize(3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {"[]", "5", "\"x\"", "{\"a\"", "''"})
    void refusesWhatIsNoObject(String given) {
        assertThatExceptionOfType(VariablesException.class).isThrownBy(() -> of("query($a: Int) { a }", given));
    }

    private static Map<String, Json> read(String type, String value) {
        return of("query($v: " + type + ") { a }", "{\"v\":" + value + "}");
    }

    private static Map<String, Json> of(String operation, @Nullable String given) {
        var definition =
                (OperationDefinition) Parser.parse(operation).definitions().getFirst();
        return new Variables(API).of(definition.variables(), given == null ? null : Json.of(given));
    }
}
