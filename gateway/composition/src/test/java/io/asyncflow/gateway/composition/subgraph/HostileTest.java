package io.asyncflow.gateway.composition.subgraph;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.Subgraph;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schemas that nobody writes by accident: each gets its codes, soon, and never an exception. */
@Timeout(60)
class HostileTest {

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key", "@external", "@requires"])
            """;

    @Test
    void boundsTheDepthOfFieldSets() {
        String deep = "a { ".repeat(100_000) + "b" + " }".repeat(100_000);
        assertThat(codes(LINK + "type Query { a: A } type A @key(fields: \"" + deep + "\") { a: A b: Int }"))
                .containsOnly(ErrorCode.KEY_INVALID_FIELDS);
    }

    @Test
    void endsCyclicFieldSets() {
        String cyclic = "a { ".repeat(150) + "b" + " }".repeat(150);
        assertThat(codes(LINK + "type Query { a: A } type A @key(fields: \"" + cyclic + "\") { a: A b: Int }"))
                .isEmpty();
    }

    @Test
    void rejectsFragmentsThatFieldSetsCannotHave() {
        assertThat(codes(LINK + "type Query { a: A } type A @key(fields: \"...F\") { a: Int }"))
                .containsOnly(ErrorCode.KEY_INVALID_FIELDS);
        assertThat(codes(LINK + "type Query { a: A } type A @key(fields: \"a } fragment F on A { ...F\") { a: Int }"))
                .containsOnly(ErrorCode.KEY_INVALID_FIELDS);
    }

    @Test
    void readsTenMegabytes() {
        String types = IntStream.range(0, 100_000)
                .mapToObj(i ->
                        "type Type%d @key(fields: \"id\") { id: ID! next: Type%d name(of: String = \"x\"): [String!]! }\n"
                                .formatted(i, (i + 1) % 100_000))
                .collect(Collectors.joining());
        assertThat(types.length()).isGreaterThan(8_000_000);
        assertThat(codes(LINK + "type Query { first: Type0 }\n" + types)).isEmpty();
    }

    @Test
    void readsUnionsOfTenThousand() {
        String types = IntStream.range(0, 10_000)
                .mapToObj(i -> "type Type%d { id: ID! }\n".formatted(i))
                .collect(Collectors.joining());
        String members = IntStream.range(0, 10_000).mapToObj(i -> "Type" + i).collect(Collectors.joining(" | "));
        assertThat(codes(LINK + "type Query { any: Any }\nunion Any = " + members + "\n" + types))
                .isEmpty();
    }

    @Test
    void walksLongChainsOfRequiredInputs() {
        String inputs = IntStream.range(0, 50_000)
                .mapToObj(i -> "input In%d { next: In%d! }\n".formatted(i, (i + 1) % 50_000))
                .collect(Collectors.joining());
        assertThat(codes(LINK + "type Query { a(in: In0): Int }\n" + inputs)).containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void boundsWhatItReports() {
        String types = IntStream.range(0, 20_000)
                .mapToObj(i -> "type Type%d @key(fields: \"no\") { id: Missing%d }\n".formatted(i, i))
                .collect(Collectors.joining());
        assertThat(read(LINK + "type Query { a: Type0 }\n" + types).problems())
                .hasSizeBetween(100, 1_000)
                .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_GRAPHQL));
    }

    @Test
    void rejectsNulCharacters() {
        assertThat(codes("type Query { a: \0Int }")).containsOnly(ErrorCode.INVALID_GRAPHQL);
        assertThat(codes("\0")).containsOnly(ErrorCode.INVALID_GRAPHQL);
        assertThat(codes("")).containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void boundsTheDepthOfTypes() {
        String deep = "[".repeat(100_000) + "Int" + "]".repeat(100_000);
        assertThat(codes("type Query { a: " + deep + " }")).containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void keepsNamesOfFederationToItself() {
        assertThat(codes(LINK + "type Query { a: join__Graph } enum join__Graph { A }"))
                .containsOnly(ErrorCode.REFERENCED_INACCESSIBLE);
        assertThat(codes(LINK + "type Query { a: join__Mine } type join__Mine { b: Int }"))
                .containsOnly(ErrorCode.INVALID_GRAPHQL);
        assertThat(codes(LINK + "type Query { a: _Any } scalar _Any")).containsOnly(ErrorCode.INVALID_GRAPHQL);
        assertThat(codes(LINK + "type Query { a: link__Import }")).containsOnly(ErrorCode.REFERENCED_INACCESSIBLE);
        assertThat(codes(LINK + "directive @join__type(graph: String) on OBJECT type Query { a: A }"
                        + " type A @join__type(graph: \"B\") { b: Int }"))
                .isEmpty();
    }

    @Test
    void survivesLinksThatAreNone() {
        assertThat(codes("extend schema @link(url: 1) @link @link(url: \"https://specs.apollo.dev/federation/v2.3\")"
                        + " type Query { a: Int }"))
                .contains(ErrorCode.INVALID_LINK_IDENTIFIER);
        assertThat(codes("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.99999999999999999999\")"
                        + " type Query { a: Int }"))
                .containsOnly(ErrorCode.INVALID_LINK_IDENTIFIER);
        assertThat(codes("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\", import: {a: [[[]]]})"
                        + " type Query { a: Int }"))
                .containsOnly(ErrorCode.INVALID_LINK_DIRECTIVE_USAGE);
    }

    @Test
    void checksManyImplementationsInTime() {
        String types = IntStream.range(0, 10_000)
                .mapToObj(i -> "type Type%d implements Node @key(fields: \"id\") { id: ID! }\n".formatted(i))
                .collect(Collectors.joining());
        assertThat(codes(LINK + "type Query { node: Node } interface Node @key(fields: \"id\") { id: ID! }\n" + types))
                .isEmpty();
    }

    private static List<ErrorCode> codes(String sdl) {
        return read(sdl).problems().stream().map(Problem::code).toList();
    }

    private static ReadSubgraphs read(String sdl) {
        return SubgraphReader.readAll(List.of(new Subgraph("a", "http://a", sdl)));
    }
}
