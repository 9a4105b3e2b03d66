package io.asyncflow.gateway.planner.validation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Limits;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents of a megabyte, or a hundred thousand tokens, that are made to take long are judged before they do. */
@Timeout(60)
class HostileDocumentsTest {

    private static final double MOST_SECONDS = 2;

    private static final Limits LIMITS = new Limits(100_000, 200);

    private static final int MOST_BYTES = 1_000_000;

    private static final Validation VALIDATION = Validation.of(Api.of(Parser.parse("""
            type Query { x: Query y: Int list(of: [Int]): Int text(is: String): Int kind(is: Kind): Int }
            type Subscription { x: Query y: Int }
            enum Kind { A B }
            """)));

    private static Stream<Map.Entry<String, String>> documents() {
        return Map.ofEntries(
                Map.entry(
                        "a large plain tree in one fragment",
                        "{ " + each(4_000, i -> "a" + i + ": x { ...F }") + " } fragment F on Query { f: x { "
                                + tree(10, 4) + " } }"),
                Map.entry(
                        "many uses of variables in many operations",
                        each(3_000, i -> "query Q" + i + "($v: String) { ...F }") + " fragment F on Query { "
                                + each(6_000, i -> "a" + i + ": text(is: $v)") + " }"),
                Map.entry(
                        "many subscriptions with one large fragment",
                        each(5_000, i -> "subscription S" + i + " { x { ...F } }") + " fragment F on Query { "
                                + each(40_000, _ -> "y") + " }"),
                Map.entry(
                        "many subscriptions with one large root",
                        each(5_000, i -> "subscription S" + i + " { ...F }") + " fragment F on Subscription { "
                                + each(40_000, _ -> "y") + " }"),
                Map.entry(
                        "one large argument in many places",
                        "{ " + each(2_000, i -> "a" + i + ": x { ...F ...G }") + " } " + list("F") + list("G")),
                Map.entry(
                        "two long names that are nothing alike",
                        "{ ..." + "a".repeat(450_000) + " } fragment " + "b".repeat(450_000) + " on Query { y }"),
                Map.entry(
                        "misspelt names among many",
                        "{ " + each(100, i -> "..." + i("a", i)) + " } "
                                + each(8_000, i -> "fragment " + i("b", i) + " on Query { y }")),
                Map.entry(
                        "misspelt variables among many",
                        "query Q(" + each(15_000, i -> "$" + i("b", i) + ": Int") + ") { "
                                + each(100, i -> "a" + i + ": text(is: $" + i("a", i) + ")") + " }"),
                Map.entry(
                        "fragments that nest each as deep as they can",
                        "{ ...F0 } "
                                + each(
                                        160,
                                        i -> "fragment F" + i + " on Query { " + "... { ".repeat(190) + "...F" + (i + 1)
                                                + " }".repeat(190) + " }")
                                + " fragment F160 on Query { y }"))
                .entrySet()
                .stream();
    }

    private static String tree(int width, int depth) {
        return depth == 0 ? "y" : each(width, i -> "t" + i + ": x { " + tree(width, depth - 1) + " }");
    }

    private static String list(String fragment) {
        return "fragment " + fragment + " on Query { list(of: [" + "1 ".repeat(39_000) + "]) } ";
    }

    private static String i(String letter, int number) {
        return letter.repeat(36) + number;
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("documents")
    void areJudgedSoon(Map.Entry<String, String> hostile) {
        assertThat(hostile.getValue().length()).isLessThan(MOST_BYTES);
        Document document = Parser.parse(hostile.getValue(), LIMITS);
        double seconds = Double.MAX_VALUE;
        for (int round = 0; round < 3 && seconds > MOST_SECONDS; round++) {
            long start = cpu();
            VALIDATION.problems(document);
            seconds = (cpu() - start) / 1e9;
        }
        assertThat(seconds).as(hostile.getKey()).isLessThan(MOST_SECONDS);
    }

    @Test
    void countsNoVariablesAsFields() {
        Validation narrow =
                Validation.of(Api.of(Parser.parse("type Query { list(of: [Int]): Int }")), new OperationLimits(2, 2));
        assertThat(narrow.problems(Parser.parse("query Q($v: Int) { list(of: [" + "$v ".repeat(100) + "]) }")))
                .isEmpty();
    }

    @Test
    void saysNoMoreThanAnybodyReads() {
        String operations = each(200, i -> "query Q" + i + " { ...F }");
        Document document =
                Parser.parse(operations + " fragment F on Query { text(is: $" + "v".repeat(900_000) + ") }", LIMITS);
        int said = VALIDATION.problems(document).stream()
                .mapToInt(problem -> problem.message().length())
                .sum();
        assertThat(said).isLessThan(200_000);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String each(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(joining(" "));
    }
}
