package io.asyncflow.gateway.cli.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            type T { a: Int }                          | type T { a: Int b: Int }                     | SAFE FIELD_ADDED T.b
            type T { a: Int b: Int }                   | type T { a: Int }                            | BREAKING FIELD_REMOVED T.b
            type T { a: Int }                          | type T { a: Int! }                           | SAFE FIELD_TYPE_CHANGED T.a
            type T { a: Int! }                         | type T { a: Int }                            | BREAKING FIELD_TYPE_CHANGED T.a
            type T { a: [Int] }                        | type T { a: [Int!] }                         | SAFE FIELD_TYPE_CHANGED T.a
            type T { a: [Int!] }                       | type T { a: [Int]! }                         | BREAKING FIELD_TYPE_CHANGED T.a
            type T { a: Int }                          | type T { a: [Int] }                          | BREAKING FIELD_TYPE_CHANGED T.a
            type T { a: Int }                          | type T { a(x: Int): Int }                    | DANGEROUS OPTIONAL_ARGUMENT_ADDED T.a(x)
            type T { a: Int }                          | type T { a(x: Int!): Int }                   | BREAKING REQUIRED_ARGUMENT_ADDED T.a(x)
            type T { a: Int }                          | type T { a(x: Int! = 1): Int }               | DANGEROUS OPTIONAL_ARGUMENT_ADDED T.a(x)
            type T { a(x: Int): Int }                  | type T { a: Int }                            | BREAKING ARGUMENT_REMOVED T.a(x)
            type T { a(x: Int): Int }                  | type T { a(x: Int!): Int }                   | BREAKING ARGUMENT_TYPE_CHANGED T.a(x)
            type T { a(x: Int!): Int }                 | type T { a(x: Int): Int }                    | SAFE ARGUMENT_TYPE_CHANGED T.a(x)
            type T { a(x: Int = 1): Int }              | type T { a(x: Int = 2): Int }                | DANGEROUS ARGUMENT_DEFAULT_CHANGED T.a(x)
            type T { a(x: Int = 1): Int }              | type T { a(x: Int): Int }                    | DANGEROUS ARGUMENT_DEFAULT_CHANGED T.a(x)
            type T { a(x: Int! = 1): Int }             | type T { a(x: Int!): Int }                   | BREAKING ARGUMENT_DEFAULT_REMOVED T.a(x)
            input T { a: Int }                         | input T { a: Int b: Int }                    | DANGEROUS OPTIONAL_INPUT_FIELD_ADDED T.b
            input T { a: Int }                         | input T { a: Int b: Int! }                   | BREAKING REQUIRED_INPUT_FIELD_ADDED T.b
            input T { a: Int b: Int }                  | input T { a: Int }                           | BREAKING INPUT_FIELD_REMOVED T.b
            input T { a: Int }                         | input T { a: Int! }                          | BREAKING INPUT_FIELD_TYPE_CHANGED T.a
            input T { a: Int }                         | input T @oneOf { a: Int }                    | BREAKING ONE_OF_ADDED T
            input T @oneOf { a: Int }                  | input T { a: Int }                           | SAFE ONE_OF_REMOVED T
            enum E { A B } type T { e: E }             | enum E { A } type T { e: E }                 | BREAKING ENUM_VALUE_REMOVED E.B
            enum E { A } type T { e: E }               | enum E { A B } type T { e: E }               | DANGEROUS ENUM_VALUE_ADDED E.B
            enum E { A } type T { a(e: E): Int }       | enum E { A B } type T { a(e: E): Int }       | SAFE ENUM_VALUE_ADDED E.B
            interface I { a: Int } type T { a: Int }   | interface I { a: Int } type T implements I { a: Int } | DANGEROUS INTERFACE_ADDED T
            type T implements I { a: Int }             | type T { a: Int }                            | BREAKING INTERFACE_REMOVED T
            type T { a: Int } type X { a: Int }        | type T { a: Int }                            | BREAKING TYPE_REMOVED X
            type T { a: Int }                          | type T { a: Int } scalar X                   | SAFE TYPE_ADDED X
            scalar X                                   | enum X { A }                                 | BREAKING TYPE_KIND_CHANGED X
            scalar X                                   | scalar X @specifiedBy(url: "u")              | DANGEROUS SPECIFIED_BY_CHANGED X
            type T { a: Int }                          | type T { a: Int @deprecated }                | SAFE DEPRECATION_ADDED T.a
            type T { a: Int @deprecated }              | type T { a: Int }                            | SAFE DEPRECATION_REMOVED T.a
            type T { a: Int @deprecated(reason: "x") } | type T { a: Int @deprecated(reason: "y") }   | SAFE DEPRECATION_REASON_CHANGED T.a
            "x" type T { a: Int }                      | "y" type T { a: Int }                        | SAFE DESCRIPTION_CHANGED T
            directive @d(a: Int) on FIELD              | type T { a: Int }                            | BREAKING DIRECTIVE_REMOVED @d;SAFE TYPE_ADDED T
            directive @d on FIELD                      | directive @d on QUERY                        | BREAKING DIRECTIVE_LOCATION_REMOVED @d;SAFE DIRECTIVE_LOCATION_ADDED @d
            directive @d repeatable on FIELD           | directive @d on FIELD                        | BREAKING DIRECTIVE_NOT_REPEATABLE @d
            directive @d on FIELD                      | directive @d(a: Int!) on FIELD               | BREAKING REQUIRED_ARGUMENT_ADDED @d(a)
            type Query { a: Int }                      | schema { query: Q } type Q { a: Int }        | BREAKING ROOT_TYPE_CHANGED schema;BREAKING TYPE_REMOVED Query;SAFE TYPE_ADDED Q
            """)
    void tellsWhatChangeItIs(String before, String after, String expected) {
        List<String> found = between(before, after);

        assertThat(String.join(";", found)).isEqualTo(expected);
    }

    @Test
    void findsNoneBetweenEqualSchemas() {
        String sdl = "\"d\" type T implements I { a(x: [E!]! = [A]): U } interface I { a: U } union U = T enum E { A }";

        assertThat(between(sdl, sdl)).isEmpty();
    }

    @Test
    void tellsUnionMembersThatComeAndGo() {
        assertThat(between("union U = A", "union U = A | B")).containsExactly("DANGEROUS UNION_MEMBER_ADDED U");
        assertThat(between("union U = A | B", "union U = A")).containsExactly("BREAKING UNION_MEMBER_REMOVED U");
    }

    private static List<String> between(String before, String after) {
        return Changes.between(Api.of(Parser.parse(before)), Api.of(Parser.parse(after))).stream()
                .map(change -> change.severity() + " " + change.code() + " " + change.path())
                .toList();
    }
}
