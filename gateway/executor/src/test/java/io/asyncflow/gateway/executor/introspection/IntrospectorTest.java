package io.asyncflow.gateway.executor.introspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.OversizeException;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.supergraph.ApiSchema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IntrospectorTest {

    private static final ComposedGraph GRAPH =
            Objects.requireNonNull(ComposedGraph.orNull(List.of(new Subgraph("a", "http://a", """
            "A shop" schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) { query: Query }
            "Where all begins" type Query { find(by: By!, sizes: [Size!]! = [{ width: 1, unit: "m" }], old: Int): [Node!] }
            interface Node { id: ID! }
            type Product implements Node { id: ID! level: Level "Why not" price: Float @deprecated(reason: "free") old: Int @deprecated }
            type User implements Node { id: ID! }
            union Found = Product | User
            enum Level { LOW HIGH MID @deprecated(reason: "dull") }
            scalar Date @specifiedBy(url: "https://dates")
            input By @oneOf { id: ID name: String }
            input Size { width: Int! = 2 unit: String level: Level = LOW date: Date }
            """))));

    private static String answer(String operation, Map<String, Json> variables) {
        Operation read = GRAPH.operations().read(Parser.parse(operation), null, _ -> true);
        List<Selected.Field> fields = read.selections().selections().stream()
                .map(Selected.Field.class::cast)
                .toList();
        return new Introspector(Api.of(ApiSchema.of(GRAPH.supergraph())))
                .answer(fields, variables, 1 << 20).values().stream()
                        .map(Json::toString)
                        .collect(Collectors.joining());
    }

    private static String answer(String operation) {
        return answer(operation, Map.of());
    }

    @Test
    void leavesOutWhatIsDeprecatedUnlessAskedForIt() {
        assertThat(answer("{ __type(name: \"Product\") { fields { name } } }"))
                .isEqualTo("{\"fields\":[{\"name\":\"id\"},{\"name\":\"level\"}]}");
        assertThat(answer("{ __type(name: \"Product\") { fields(includeDeprecated: true) "
                        + "{ name description isDeprecated deprecationReason } } }"))
                .contains(
                        "{\"name\":\"id\",\"description\":null,\"isDeprecated\":false,\"deprecationReason\":null}",
                        "{\"name\":\"price\",\"description\":\"Why not\",\"isDeprecated\":true,\"deprecationReason\":\"free\"}",
                        "{\"name\":\"old\",\"description\":null,\"isDeprecated\":true,"
                                + "\"deprecationReason\":\"No longer supported\"}");
        assertThat(answer("{ __type(name: \"Level\") { enumValues { name } } }"))
                .isEqualTo("{\"enumValues\":[{\"name\":\"LOW\"},{\"name\":\"HIGH\"}]}");
    }

    @Test
    void answersFieldsOfOneKeyTogetherWhereTheirConditionsHold() {
        String operation = "query ($a: Boolean!, $b: Boolean!) { __schema @include(if: $a) { queryType { name } } "
                + "__schema @include(if: $b) { queryType @skip(if: $a) { kind } queryType { description } } }";
        Json yes = Json.of("true");
        Json no = Json.of("false");

        assertThat(answer(operation, Map.of("a", yes, "b", yes)))
                .isEqualTo("{\"queryType\":{\"name\":\"Query\",\"description\":\"Where all begins\"}}");
        assertThat(answer(operation, Map.of("a", yes, "b", no))).isEqualTo("{\"queryType\":{\"name\":\"Query\"}}");
        assertThat(answer(operation, Map.of("a", no, "b", yes)))
                .isEqualTo("{\"queryType\":{\"kind\":\"OBJECT\",\"description\":\"Where all begins\"}}");
        assertThat(answer(operation, Map.of("a", no, "b", no))).isEmpty();
    }

    @Test
    void printsDefaultsAsGraphQL() {
        assertThat(answer("{ __type(name: \"Query\") { fields { args { name defaultValue } } } }"))
                .contains("{\"name\":\"sizes\",\"defaultValue\":\"[{width: 1, unit: \\\"m\\\"}]\"}")
                .contains("{\"name\":\"old\",\"defaultValue\":null}");
        assertThat(answer("{ __type(name: \"Size\") { inputFields { name defaultValue } } }"))
                .contains(
                        "{\"name\":\"width\",\"defaultValue\":\"2\"}", "{\"name\":\"level\",\"defaultValue\":\"LOW\"}");
    }

    @Test
    void unwrapsTypesOneByOne() {
        assertThat(answer("{ __type(name: \"Query\") { fields { args { name type { kind name ofType { kind name ofType "
                        + "{ kind name ofType { kind name ofType { name } } } } } } } } }"))
                .contains(
                        "{\"name\":\"sizes\",\"type\":{\"kind\":\"NON_NULL\",\"name\":null,\"ofType\":{\"kind\":\"LIST\","
                                + "\"name\":null,\"ofType\":{\"kind\":\"NON_NULL\",\"name\":null,\"ofType\":"
                                + "{\"kind\":\"INPUT_OBJECT\",\"name\":\"Size\",\"ofType\":null}}}}}");
    }

    @Test
    void knowsWhatEachKindOfTypeHas() {
        assertThat(answer("{ __type(name: \"By\") { kind isOneOf fields { name } inputFields { name } } }"))
                .isEqualTo("{\"kind\":\"INPUT_OBJECT\",\"isOneOf\":true,\"fields\":null,"
                        + "\"inputFields\":[{\"name\":\"id\"},{\"name\":\"name\"}]}");
        assertThat(answer("{ __type(name: \"Size\") { isOneOf } }")).isEqualTo("{\"isOneOf\":false}");
        assertThat(answer("{ __type(name: \"Date\") { kind specifiedByURL isOneOf } }"))
                .isEqualTo("{\"kind\":\"SCALAR\",\"specifiedByURL\":\"https://dates\",\"isOneOf\":null}");
        assertThat(answer("{ __type(name: \"Node\") { kind possibleTypes { name } interfaces { name } } }"))
                .isEqualTo("{\"kind\":\"INTERFACE\",\"possibleTypes\":[{\"name\":\"Product\"},{\"name\":\"User\"}],"
                        + "\"interfaces\":[]}");
        assertThat(answer("{ __type(name: \"Found\") { __typename kind fields { name } possibleTypes { name } } }"))
                .isEqualTo("{\"__typename\":\"__Type\",\"kind\":\"UNION\",\"fields\":null,"
                        + "\"possibleTypes\":[{\"name\":\"Product\"},{\"name\":\"User\"}]}");
        assertThat(answer("{ __type(name: \"Nobody\") { name } }")).isEqualTo("null");
    }

    @Test
    void heedsVariablesAndConditions() {
        String operation = "query($name: String!, $with: Boolean!) "
                + "{ __type(name: $name) { kind @skip(if: $with) name @include(if: $with) } }";
        Map<String, Json> values = Map.of("name", Json.of("\"User\""), "with", Json.of("true"));
        assertThat(answer(operation, values)).isEqualTo("{\"name\":\"User\"}");
    }

    @Test
    void refusesToAnswerWithMoreThanThereIsRoomFor() {
        StringBuilder often = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            often.append(" a").append(i).append(": __schema { types { name fields { name } } }");
        }
        assertThatExceptionOfType(OversizeException.class).isThrownBy(() -> answer("{" + often + " }"));
    }

    @Test
    void showsTheWholeSchemaWithWhatIsNeverWrittenDown() {
        String schema = answer(
                "{ __schema { description queryType { name description } mutationType { name } subscriptionType { name } "
                        + "types { name } directives { name isRepeatable locations args { name } } } }");
        assertThat(schema)
                .startsWith("{\"description\":\"A shop\",")
                .contains(
                        "\"queryType\":{\"name\":\"Query\",\"description\":\"Where all begins\"},\"mutationType\":null")
                .contains("{\"name\":\"__Schema\"}", "{\"name\":\"__TypeKind\"}", "{\"name\":\"Boolean\"}")
                .contains(
                        "{\"name\":\"include\",\"isRepeatable\":false,"
                                + "\"locations\":[\"FIELD\",\"FRAGMENT_SPREAD\",\"INLINE_FRAGMENT\"],\"args\":[{\"name\":\"if\"}]}")
                .doesNotContain("join__", "link__", "_Entity", "\"name\":\"key\"");
    }
}
