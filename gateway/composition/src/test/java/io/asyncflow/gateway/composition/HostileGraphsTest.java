package io.asyncflow.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.composition.Composition.Failed;
import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Problem;
import io.asyncflow.gateway.composition.schema.Subgraph;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import io.asyncflow.gateway.supergraph.SupergraphReader;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs that nobody writes by accident, through all stages: a supergraph that reads back, or codes, and soon. */
@Timeout(60)
class HostileGraphsTest {

    private static final String LINK = """
            extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@override", "@tag"])
            """;

    @Test
    void reportsManyDisagreementsInTime() {
        assertThat(codes(many(
                        3,
                        graph -> LINK
                                + "type Query { q%d: A0 }\n".formatted(graph)
                                + each(
                                        10_000,
                                        i -> "type A%d { b: %s }\n".formatted(i, graph == 0 ? "Int" : "String")))))
                .containsOnly(ErrorCode.FIELD_TYPE_MISMATCH, ErrorCode.INVALID_FIELD_SHARING);
    }

    @Test
    void mergesUnionsOfTenThousand() {
        composes(many(
                3,
                graph -> LINK
                        + "type Query { q%d: Any }\nunion Any = %s\n"
                                .formatted(graph, each(10_000, i -> "| T" + i + " "))
                        + each(10_000, i -> "type T%d @shareable { id: ID }\n".formatted(i))));
    }

    @Test
    void mergesTypesOfTenThousandInterfaces() {
        composes(many(
                3,
                graph -> LINK
                        + "type Query { a%d: A }\ntype A implements %s @shareable { id: ID }\n"
                                .formatted(graph, each(10_000, i -> "& I" + i + " "))
                        + each(10_000, i -> "interface I%d { id: ID }\n".formatted(i))));
    }

    @Test
    void refusesInterfacesThatImplementEachOther() {
        assertThat(codes(one("type Query { a: A } type A implements A { a: Int }")))
                .containsOnly(ErrorCode.INVALID_GRAPHQL);
        assertThat(codes(one("type Query { a: I0 }\n"
                        + each(5_000, i -> "interface I%d implements I%d { a: Int }\n".formatted(i, (i + 1) % 5_000)))))
                .containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void mergesLargeEnumsArgumentsAndKeys() {
        composes(many(
                3,
                graph -> "type Query { a%d(e: E): E } enum E { %s }"
                        .formatted(graph, each(30_000, i -> "V" + i + " "))));
        composes(many(
                3,
                _ -> LINK
                        + "type Query { a(%s): Int @shareable }"
                                .formatted(each(10_000, i -> "x%d: Int = %d ".formatted(i, i)))));
        composes(many(
                3,
                graph -> LINK
                        + "type Query { a%d: A } type A @key(fields: \"%s\") { %s }"
                                .formatted(
                                        graph,
                                        each(10_000, i -> "f" + i + " "),
                                        each(10_000, i -> "f" + i + ": Int "))));
    }

    @Test
    void provesManySubgraphsAndKeys() {
        composes(many(
                300,
                graph -> LINK
                        + "type Query { q%1$d: E } type E @key(fields: \"id\") { id: ID! f%1$d: E }".formatted(graph)));
        composes(many(
                10,
                graph -> LINK
                        + "type Query { q%1$d: E } type E %2$s { %3$s f%1$d: E }"
                                .formatted(
                                        graph,
                                        each(500, i -> "@key(fields: \"k%d\") ".formatted(i + graph * 250)),
                                        each(500, i -> "k%d: ID! ".formatted(i + graph * 250)))));
    }

    @Test
    void boundsTheProofOfTwoThousandSubgraphs() {
        assertThat(codes(many(
                        2_000,
                        graph -> LINK
                                + "type Query { q%1$d: E } type E @key(fields: \"id\") { id: ID! f%1$d: E }"
                                        .formatted(graph))))
                .containsOnly(ErrorCode.MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED);
    }

    @Test
    void comparesManySharedRuntimeTypesInTime() {
        composes(many(
                5,
                graph -> LINK
                        + "type Query { i%d: I } interface I { id: ID! x: I }\n".formatted(graph)
                        + each(
                                500,
                                i ->
                                        "type T%d implements I @key(fields: \"id\") { id: ID! x: I @shareable a%d_%d: Int }\n"
                                                .formatted(i, i, graph))));
    }

    @Test
    void writesQueriesOfTwentyThousandSteps() {
        int last = 19_999;
        assertThat(codes(many(
                        2,
                        graph -> LINK
                                + "type Query { t%d: T0 }\n".formatted(graph)
                                + each(last, i -> "type T%d @shareable { next: T%d }\n".formatted(i, i + 1))
                                + "type T%d @shareable { end: Int %s }"
                                        .formatted(last, graph == 0 ? "more: Int" : ""))))
                .containsOnly(ErrorCode.SATISFIABILITY_ERROR);
    }

    @Test
    void followsChainsOfRequirementsAndOverrides() {
        composes(many(
                2,
                graph -> LINK
                        + "type Query { e%d: E } type E @key(fields: \"id\") { id: ID! %s }"
                                .formatted(graph, each(500, i -> chained(i, graph)))));
        assertThat(codes(many(
                        3,
                        graph -> LINK
                                + "type Query { q%d: E } type E @key(fields: \"id\") { id: ID! f: Int @override(from: \"s%d\") }"
                                        .formatted(graph, (graph + 1) % 3))))
                .contains(ErrorCode.OVERRIDE_SOURCE_HAS_OVERRIDE);
        composes(many(
                2,
                graph -> LINK
                        + "type Query { q%d: E } type E @key(fields: \"id\") { id: ID! %s }"
                                .formatted(graph, each(1_000, i -> labelled(i, graph)))));
    }

    private static String chained(int field, int graph) {
        if (field % 2 == graph) {
            return "f%d: Int %s\n"
                    .formatted(field, field == 0 ? "" : "@requires(fields: \"f%d\")".formatted(field - 1));
        }
        return field == 499 ? "" : "f%d: Int @external\n".formatted(field);
    }

    private static String labelled(int field, int graph) {
        return "f%d: E %s\n"
                .formatted(field, graph == 0 ? "@override(from: \"s1\", label: \"l%d\")".formatted(field) : "");
    }

    @Test
    void readsLargeDefaultsAndDescriptions() {
        composes(many(
                2, _ -> LINK + "type Query { a(x: [Int] = [%s]): Int @shareable }".formatted("1 ".repeat(300_000))));
        composes(many(
                3,
                graph -> LINK + "\"\"\"" + ("word " + graph + " \\\"\"\" ").repeat(80_000)
                        + "\"\"\" type Query { a: Int @shareable }"));
        assertThat(codes(one("type Query { a(x: S = " + "[".repeat(100_000) + "): Int } scalar S")))
                .containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void leavesAloneWhatOnlyLooksLikeARoot() {
        composes(one("type Query { a: Mutation } enum Mutation { A }"));
        composes(one("type Query { a(s: Subscription): Int } input Subscription { a: Int }"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a\nb", "😀", "123", "A a", " ", "__", "a\0b", "../../etc", "NONE", "true", "a\\"})
    void readsBackWhateverSubgraphsAreCalled(String name) {
        List<Subgraph> subgraphs = List.of(
                new Subgraph(name, "http://a\"\n", LINK + "type Query { a: Int }"),
                new Subgraph("other", "", LINK + "type Query { b: Int }"));
        if (Composer.compose(subgraphs) instanceof Failed(var problems)) {
            assertThat(problems)
                    .extracting(Problem::code)
                    .isSubsetOf(ErrorCode.INVALID_SUBGRAPH_NAME, ErrorCode.INVALID_GRAPHQL);
        } else {
            composes(subgraphs);
        }
    }

    @Test
    void keepsApartSubgraphsOfAlmostOneName() {
        composes(List.of(
                new Subgraph("a-b", "", "type Query { a: Int }"),
                new Subgraph("a_b", "", "type Query { b: Int }"),
                new Subgraph("A.B", "", "type Query { c: Int }")));
        Subgraph same = new Subgraph("a", "", "type Query { a: Int }");
        assertThat(codes(List.of(same, same))).containsOnly(ErrorCode.INVALID_SUBGRAPH_NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only\n# comments",
                "{ a }",
                "query Q { a }",
                "fragment F on Q { ...F }",
                "\uFEFF",
                "\ud800",
                "<html>"
            })
    void refusesWhatIsNoSchema(String sdl) {
        assertThat(codes(one(sdl))).containsOnly(ErrorCode.INVALID_GRAPHQL);
    }

    @Test
    void readsAnyLineBreakAndByteOrderMark() {
        composes(one("\uFEFFtype Query {\r\n  a: Int\r}\r\n\"\"\"x\r\ny\"\"\"\rtype A { a: Int }\r"));
    }

    @Test
    void carriesManyTags() {
        composes(one(LINK
                + "type Query %s { a: Int }".formatted(each(50_000, i -> "@tag(name: \"t%d\") ".formatted(i)))));
    }

    private static void composes(List<Subgraph> subgraphs) {
        Composition composition = Composer.compose(subgraphs);
        assertThat(composition).isInstanceOf(Composed.class);
        if (composition instanceof Composed(var supergraph, var _)) {
            String printed = SupergraphPrinter.print(supergraph);
            assertThat(SupergraphPrinter.print(SupergraphReader.read(printed)).equals(printed))
                    .isTrue();
        }
    }

    private static Set<ErrorCode> codes(List<Subgraph> subgraphs) {
        return Composer.compose(subgraphs) instanceof Failed(var problems)
                ? problems.stream().map(Problem::code).collect(Collectors.toSet())
                : Set.of();
    }

    private static List<Subgraph> one(String sdl) {
        return many(1, _ -> sdl);
    }

    private static List<Subgraph> many(int count, IntFunction<String> sdl) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Subgraph("s" + i, "http://s" + i, sdl.apply(i)))
                .toList();
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }
}
