package io.asyncflow.gateway.planner.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationTest {

    private static final Api API = Api.of(Parser.parse("""
            directive @once(n: Int!) on FIELD
            type Query {
              cat(id: ID!, size: Int = 3): Cat
              pets(where: Where, kinds: [Kind!]): [Pet!]!
              any: Any
            }
            type Mutation { feed(id: ID!, how: How!): Cat }
            interface Pet { name: String }
            type Cat implements Pet { name: String lives(at: Date): Int kind: Kind }
            type Dog implements Pet { name: String }
            type Stone { weight: Float }
            union Any = Cat | Stone
            enum Kind { TAME WILD }
            input Where { name: String! limit: Int! = 1 kind: Kind and: [Where!] }
            input How @oneOf { slowly: Boolean fast: Boolean }
            scalar Date
            """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ cat(id: 1) { name lives(at: {any: [1]}) } }",
                "query Q($id: ID!, $size: Int) { cat(id: $id, size: $size) { ...F } } fragment F on Cat { name }",
                "query Q($size: Int = 2) { cat(id: \"a\", size: $size) { __typename name } }",
                "{ pets(where: {name: \"x\", kind: WILD, and: {name: \"y\"}}, kinds: TAME) { name ... on Cat { lives } } }",
                "query Q($l: Int = 5, $n: String!) { pets(where: {name: $n, limit: $l}) { name } }",
                "query Q($l: Int, $n: String!) { pets(where: {name: $n, limit: $l}) { name } }",
                "query Q($k: [Kind!]!) { pets(kinds: $k) { name @include(if: true) @once(n: 1) } }",
                "{ any { ... on Pet { name } ... on Stone { weight } __typename } }",
                "mutation { feed(id: 1, how: {fast: true}) { name } }",
                "{ __schema { types { name fields(includeDeprecated: true) { name } } } __type(name: \"Cat\") { kind } }",
                "query A { cat(id: 1) { name } } query B { any { __typename } }"
            })
    void acceptsWhatCanBeExecuted(String operation) {
        assertThat(validate(operation)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            { cat(id: 1) { nam } }                                    | 1:16 There is no field nam on Cat. Did you mean 'name'?
            { cat(id: 1) }                                            | 1:3 Query.cat is a Cat: select fields of it.
            { cat(id: 1) { name { x } } }                             | 1:16 Cat.name is a String, which has no fields to select.
            { cat { name } }                                          | 1:3 Query.cat needs the argument id: ID!.
            { cat(id: 1, siz: 2) { name } }                           | 1:14 Query.cat has no argument siz. Did you mean 'size'?
            { cat(id: 1, id: 2) { name } }                            | 1:14 The argument id is given twice.
            { cat(id: null) { name } }                                | 1:7 null is given where ID! is needed.
            { cat(id: 1, size: 1.5) { name } }                        | 1:14 1.5 is no Int.
            { cat(id: 1, size: 3000000000) { name } }                 | 1:14 3000000000 is no Int.
            { cat(id: true) { name } }                                | 1:7 true is no ID.
            { pets(kinds: [TAM]) { name } }                           | 1:8 Kind has no value TAM. Did you mean 'TAME'?
            { pets(kinds: "TAME") { name } }                          | 1:8 "TAME" is no Kind.
            { pets(where: {limit: 2}) { name } }                      | 1:8 Where needs the field name: String!.
            { pets(where: {name: "x", nam: 1}) { name } }             | 1:8 Where has no field nam. Did you mean 'name'?
            { pets(where: "x") { name } }                             | 1:8 "x" is no Where.
            mutation { feed(id: 1, how: {fast: true, slowly: true}) { name } } | 1:24 How takes exactly one of its fields, and not null.
            subscription { x }                                        | 1:1 The schema has no subscriptions.
            query Q($id: ID) { cat(id: $id) { name } }                | 1:24 The variable $id is a ID, and ID! is needed.
            query Q($id: [ID!]!) { cat(id: $id) { name } }            | 1:28 The variable $id is a [ID!]!, and ID! is needed.
            query Q { cat(id: $id) { name } }                         | 1:15 The variable $id is not declared.
            query Q($id: ID!, $x: Int) { cat(id: $id) { name } }      | 1:19 The variable $x is not used.
            query Q($x: Cat) { cat(id: 1, size: $x) { name } }        | 1:9 A variable cannot be a Cat: only input types, enums and scalars can be sent.;1:31 The variable $x is a Cat, and Int is needed.
            query Q($x: Int = "a") { cat(id: 1, size: $x) { name } }  | 1:9 "a" is no Int.
            { cat(id: 1) { ... on Dog { name } } }                    | 1:16 A Cat is never a Dog, so this selects nothing.
            { any { ... on Kind { name } } }                          | 1:9 A fragment cannot be on Kind, which has no fields.
            { any { ... on Ca { name } } }                            | 1:9 There is no type Ca. Did you mean 'Cat'?
            { any { ...F } }                                          | 1:9 There is no fragment F.
            { any { __typename } } fragment F on Cat { name }         | 1:24 No operation uses the fragment F.
            { any { ...F } } fragment F on Cat { ...F name }          | 1:18 The fragment F spreads itself.
            { any { ...F } } fragment F on Cat { nix }                | 1:38 There is no field nix on Cat.
            query Q { any { ...F } } fragment F on Cat { lives(at: $d) } | 1:52 The variable $d is not declared.
            { any { __typename @onc(n: 1) } }                         | 1:20 There is no directive @onc. Did you mean 'once'?
            { any { __typename @once } }                              | 1:20 @once needs the argument n: Int!.
            { any { __typename @once(n: 1) @once(n: 2) } }            | 1:32 @once may stand here only once.
            { any { ... @once(n: 1) { __typename } } }                | 1:13 @once may not stand on INLINE_FRAGMENT.
            query Q { any { __typename } } query Q { any { __typename } } | 1:32 There are two operations called Q.
            { any { __typename } } query Q { any { __typename } }     | 1:1 An operation among several needs a name.
            type T { a: Int } query Q { any { __typename } }          | 1:1 A schema is defined here, where only operations and fragments belong.
            """)
    void saysWhatCannotBeExecuted(String operation, String expected) {
        assertThat(String.join(";", validate(operation))).isEqualTo(expected);
    }

    @Test
    void followsFragmentsThroughFragments() {
        assertThat(validate("{ any { ...A } } fragment A on Cat { ...B } fragment B on Pet { name }"))
                .isEmpty();
    }

    private static List<String> validate(String operation) {
        return Validation.of(API).problems(Parser.parse(operation)).stream()
                .map(problem -> problem.position() + " " + problem.message())
                .toList();
    }
}
