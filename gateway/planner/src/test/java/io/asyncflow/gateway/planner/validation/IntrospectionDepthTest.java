package io.asyncflow.gateway.planner.validation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Introspection that multiplies the schema with itself is refused; that of tools is not. */
class IntrospectionDepthTest {

    private static final Validation VALIDATION =
            Validation.of(Api.of(Parser.parse("type Query { a: Int fields: Query interfaces: Query }")));

    /** What GraphiQL sends, and Apollo's tools but for the depth of {@code ofType}. */
    private static final String OF_TOOLS = """
            query IntrospectionQuery {
              __schema {
                description queryType { name } mutationType { name } subscriptionType { name }
                types { ...FullType }
                directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
              }
            }
            fragment FullType on __Type {
              kind name description specifiedByURL isOneOf
              fields(includeDeprecated: true) {
                name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef }
                isDeprecated deprecationReason
              }
              inputFields(includeDeprecated: true) { ...InputValue }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              possibleTypes { ...TypeRef }
            }
            fragment InputValue on __InputValue {
              name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
            }
            fragment TypeRef on __Type { kind name %s }
            """;

    @ParameterizedTest
    @ValueSource(ints = {7, 9})
    void allowsTheIntrospectionOfTools(int depth) {
        String ofType = "ofType { kind name ".repeat(depth) + "}".repeat(depth);
        assertThat(validate(OF_TOOLS.formatted(ofType))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { type { fields { name } } } } } }",
                "{ __type(name: \"Query\") { fields { type { interfaces { name } } } interfaces { name } } }",
                "{ __schema { types { ...T } } } fragment T on __Type { fields { type { ofType { possibleTypes { name } } } } }",
                "{ fields { interfaces { fields { interfaces { a } } } } }"
            })
    void allowsOneListInAnother(String operation) {
        assertThat(validate(operation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
                "{ __type(name: \"A\") { fields { type { interfaces { possibleTypes { name } } } } } }",
                "{ __schema { types { a: fields { type { b: fields { type { c: inputFields { name } } } } } } } }",
                "{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } }"
                        + " fragment B on __Type { fields { type { ... { ...C } } } } fragment C on __Type { fields { name } }",
                "{ __schema { types { ...B } queryType { ...A } } } fragment A on __Type { interfaces { ...B } }"
                        + " fragment B on __Type { name ... { fields { type { ...C } } } }"
                        + " fragment C on __Type { interfaces { name } possibleTypes { name } }",
                "query Q { ...R } fragment R on Query { x: __schema { queryType { ...A } } }"
                        + " fragment A on __Type { interfaces { interfaces { interfaces { name } } } }"
            })
    void refusesListsInListsInLists(String operation) {
        assertThat(validate(operation)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("OPERATION_TOO_LARGE");
            assertThat(problem.message()).contains("more than 2 lists of fields, interfaces, possibleTypes");
            assertThat(problem.positions()).hasSize(1);
        });
    }

    @Test
    void looksAtEachFragmentOnce() {
        String doubling = IntStream.range(0, 60)
                .mapToObj(i -> "fragment F" + i + " on __Type { ...F" + (i + 1) + " ofType { ...F" + (i + 1) + " } }")
                .collect(joining(" "));
        assertThat(validate("{ __schema { types { ...F0 } } } " + doubling
                        + " fragment F60 on __Type { fields { type { fields { type { fields { name } } } } } }"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).startsWith("Introspection nests"));
    }

    private static List<Problem> validate(String operation) {
        return VALIDATION.problems(Parser.parse(operation));
    }
}
