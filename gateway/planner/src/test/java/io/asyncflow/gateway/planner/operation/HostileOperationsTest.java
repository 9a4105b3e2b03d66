package io.asyncflow.gateway.planner.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Limits;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.validation.OperationLimits;
import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations that are made to take long; each is read, or refused, in less time than it takes to notice. */
class HostileOperationsTest {

    private static final Operations OPERATIONS = Operations.of(Graphs.joins("""
            type Query { user: User node: Node search(text: String, where: Where): [Any!] }
            type Mutation { user: User shop: Shop }
            interface Node { id: ID }
            type User implements Node { id: ID name: String friend: User best: User nodes: [Node] }
            type Shop implements Node { id: ID title: String owner: User }
            union Any = User | Shop
            input Where { and: [Where!] name: String }
            """));

    private static final Limits DEEP = new Limits(6_000_000, 500);

    private static final double MOST_SECONDS = 0.1;

    @Test
    void readsTenThousandAliasesOfOneField() {
        String aliases = each(10_000, i -> "a" + i + ": friend { id name }");
        assertThat(fast("{ user { " + aliases + " } }")).isNull();
    }

    @Test
    void readsOneFieldTenThousandTimes() {
        String copies = each(10_000, _ -> "search(text: \"x\") { ... on User { id } ... on Node { id } }");
        assertThat(fast("{ " + copies + " }")).isNull();
    }

    @Test
    void readsOneFieldUnderTenThousandConditions() {
        String variables = each(5_000, i -> "$v" + i + ": Boolean!");
        String copies = each(5_000, i -> "user @include(if: $v" + i + ") { id }");
        assertThat(fast("query Q(" + variables + ") { " + copies + " }")).isNull();
    }

    @Test
    void readsMutationsThatSayTheSameOften() {
        String copies = each(5_000, i -> "user { id } s" + i + ": shop { id }");
        assertThat(fast("mutation { " + copies + " }")).isNull();
        String two = each(2_500, i -> "user @include(if: $a) { id } s" + i + ": shop { id } user { name }");
        assertThat(fast("mutation M($a: Boolean!) { " + two + " }")).isNull();
    }

    @Test
    void refusesMutationsUnderThousandsOfConditions() {
        String variables = each(5_000, i -> "$v" + i + ": Boolean!");
        String copies = each(5_000, i -> "user @include(if: $v" + i + ") { id } s" + i + ": shop { id }");
        assertThat(fast("mutation M(" + variables + ") { " + copies + " }")).isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void readsTwoHundredLevels() {
        assertThat(fast("{ user " + "{ id ... on Node { id } friend ".repeat(200) + "{ id }" + "}".repeat(200) + "}"))
                .isNull();
    }

    @Test
    void readsFiveHundredFragmentsSpreadEverywhere() {
        String all = each(500, i -> "...F" + i);
        String fragments = each(
                500,
                i -> "fragment F" + i + " on User { f" + i + ": name friend { x" + i + ": id " + after(i) + " } }");
        assertThat(fast("{ user { " + all + " best { " + all + " } } } " + fragments))
                .isEqualTo("OPERATION_TOO_LARGE");
        String flat = each(500, i -> "fragment F" + i + " on User { f" + i + ": name " + after(i) + " }");
        assertThat(fast("{ user { " + all + " best { " + all + " friend { " + all + " } } } } " + flat))
                .isNull();
    }

    private static String after(int fragment) {
        return each(Math.min(20, 499 - fragment), i -> "...F" + (fragment + 1 + i));
    }

    @Test
    void refusesFragmentsThatDouble() {
        String fragments = each(
                40,
                i -> "fragment F" + i + " on User { a: friend { ...F" + (i + 1) + " } b: friend { ...F" + (i + 1)
                        + " } }");
        assertThat(fast("{ user { ...F0 } } " + fragments + " fragment F40 on User { id }"))
                .isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void refusesDeferralsThatDouble() {
        String fragments = each(
                40,
                i -> "fragment F" + i + " on User { ...F" + (i + 1) + " @defer ... @defer { ...F" + (i + 1) + " } }");
        assertThat(fast("{ user { ...F0 } } " + fragments + " fragment F40 on User { id }"))
                .isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void refusesAChainOfThousandsOfFragments() {
        String fragments = each(10_000, i -> "fragment F" + i + " on User { ...F" + (i + 1) + " }");
        assertThat(fast("{ user { ...F0 } } " + fragments + " fragment F10000 on User { id }"))
                .isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void refusesDeeperFieldsThanOneDocumentCouldNest() {
        String fragments = each(600, i -> "fragment F" + i + " on User { friend { ...F" + (i + 1) + " } }");
        assertThat(fast("{ user { ...F0 } } " + fragments + " fragment F600 on User { id }"))
                .isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void findsFragmentsThatNeverEnd() {
        String fragments = each(2_000, i -> "fragment F" + i + " on User { ...F" + (i + 1) % 2_000 + " }");
        assertThat(fast("{ user { ...F0 } } " + fragments)).isEqualTo("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void reportsNoMoreErrorsThanAnybodyReads() {
        assertThat(fast("{ user { " + each(10_000, i -> "nonsense" + i) + " } }"))
                .isEqualTo("GRAPHQL_VALIDATION_FAILED");
        assertThatThrownBy(() -> read("{ user { " + each(10_000, i -> "nonsense" + i) + " } }", OPERATIONS))
                .isInstanceOfSatisfying(
                        OperationException.class,
                        refused -> assertThat(refused.problems()).hasSize(100));
    }

    @Test
    void readsManyVariablesAndLargeLiterals() {
        String variables = each(2_000, i -> "$v" + i + ": String");
        String objects = each(2_000, i -> "{ name: $v" + i + " }") + each(2_000, i -> " { name: \"n" + i + "\" }");
        assertThat(fast("query Q(" + variables + ") { search(where: { and: [" + objects + "] }) { __typename } }"))
                .isNull();
        assertThat(fast("{ search(where: " + "{ and: ".repeat(240) + "{ name: \"x\" }" + "}".repeat(240)
                        + ") { __typename } }"))
                .isNull();
    }

    @Test
    void refusesManyOperationsThatShareManyFragments() {
        String operations = each(1_000, i -> "query Q" + i + " { user { ...F0 } }");
        String fragments = each(1_000, i -> "fragment F" + i + " on User { id ...F" + (i + 1) + " }");
        assertThat(fast(operations + fragments + " fragment F1000 on User { id }", "Q7"))
                .isEqualTo("OPERATION_TOO_LARGE");
    }

    @Test
    void keepsToTheLimitsGiven() {
        Operations small =
                Operations.of(Graphs.joins("type Query { a: Int b: Int q: Query }"), new OperationLimits(4, 2));
        assertThat(small.read(Parser.parse("{ a b q { a a } q { a } }"), null, _ -> true)
                        .text())
                .isEqualTo("{\n  a\n  b\n  q {\n    a\n  }\n}");
        assertThatThrownBy(() -> read("{ a b q { a b } }", small)).hasMessageContaining("more than 4 fields");
        assertThatThrownBy(() -> read("{ q { q { q { a } } } }", small)).hasMessageContaining("more than 2 levels");
    }

    /** The code that the document is refused with, or null, once it does not take long any more. */
    private static @Nullable String fast(String text) {
        return fast(text, null);
    }

    private static @Nullable String fast(String text, @Nullable String name) {
        Document document = Parser.parse(text, DEEP);
        double seconds = Double.MAX_VALUE;
        for (int round = 0; round < 40 && seconds > MOST_SECONDS; round++) {
            long start = cpu();
            code(document, name);
            seconds = Math.min(seconds, (cpu() - start) / 1e9);
        }
        assertThat(seconds).isLessThan(MOST_SECONDS);
        return code(document, name);
    }

    private static @Nullable String code(Document document, @Nullable String name) {
        try {
            OPERATIONS.read(document, name, _ -> true);
            return null;
        } catch (OperationException refused) {
            return refused.problems().getFirst().code();
        }
    }

    private static void read(String text, Operations operations) {
        operations.read(Parser.parse(text), null, _ -> true);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" "));
    }
}
