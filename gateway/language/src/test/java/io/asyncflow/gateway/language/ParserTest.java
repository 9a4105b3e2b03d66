package io.asyncflow.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParserTest {

    @Test
    void readsAllKindsOfTypesAndExtensions() {
        String sdl = """
                "The shop"
                schema @link(url: "https://specs.apollo.dev/link/v1.0") {
                  query: Query
                  mutation: Change
                }

                directive @shown(
                  "How" how: [String!]! = ["a", "b"] @deprecated
                ) repeatable on | FIELD_DEFINITION | OBJECT

                scalar Money @specifiedBy(url: "https://example.com/money")
                interface Node implements & Entity & Thing { id: ID! }
                type Query implements Node & Entity @shown(how: []) { product(id: ID!, in: Filter = {a: {b: [1, -2.5e3]}}): Product! }
                union Found @shown = | Product | Query
                enum Colour { "warm" RED BLUE @deprecated(reason: "no longer \\u0041 colour") }
                input Filter @oneOf { a: Int = 1 b: [Colour!] }
                type Empty
                extend schema @a
                extend schema { subscription: S }
                extend scalar Money @a
                extend interface Node @a
                extend type Query implements X
                extend union Found = Y
                extend enum Colour { GREEN }
                extend input Filter { c: Boolean = false }
                """;
        Document document = Parser.parse(sdl);
        assertThat(document.definitions()).hasSize(17);
        assertThat(Parser.parse(Printer.print(document))).isEqualTo(document);
    }

    @Test
    void readsOperationsAndFragments() {
        String text = """
                query Find($id: ID! = "1" @a, $x: [Int!]!) @live {
                  other: product(id: $id, f: {a: $x}) @skip(if: true) { ...Parts ... on Node @b { id } ... @c { x } }
                }
                fragment Parts on Product @d { id }
                { a }
                subscription { b }
                mutation ($a: Int) { c }
                """;
        Document document = Parser.parse(text);
        assertThat(document.definitions()).hasSize(5);
        assertThat(Parser.parse(Printer.print(document))).isEqualTo(document);
    }

    @Test
    void readsFieldSetsWithAndWithoutBraces() {
        assertThat(Parser.selections("{ id organization { id } }")).isEqualTo(Parser.selections("id organization{id}"));
        assertThat(Printer.print(Parser.selections("a ... on B{c(d:1)}"))).isEqualTo("a ... on B { c(d: 1) }");
    }

    @Test
    void readsTypesAndValues() {
        assertThat(Parser.type("[[A!]!]")).hasToString("[[A!]!]");
        assertThat(Printer.print(Parser.value("{a:[1,2.0,\"x\",$y,Z,null,true]}")))
                .isEqualTo("{a: [1, 2.0, \"x\", $y, Z, null, true]}");
    }
}
