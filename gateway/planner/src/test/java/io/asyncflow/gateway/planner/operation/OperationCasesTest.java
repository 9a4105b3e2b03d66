package io.asyncflow.gateway.planner.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Normalises the query of every folder below {@code operations}, against {@code schema.graphql} there or the one that
 * they share. {@code $on} in a {@code @defer(if: $on)} is true, any other variable false. {@code -Dgolden=update} writes
 * what came out; review the difference.
 */
class OperationCasesTest {

    private static final Path CASES = Path.of("src/test/resources/operations");

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TestFactory
    Stream<DynamicTest> normaliseAsExpected() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            CASES.relativize(folder).toString(), folder.toUri(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        Path own = folder.resolve("schema.graphql");
        String schema = Files.readString(Files.exists(own) ? own : CASES.resolve("schema.graphql"));
        String query = Files.readString(folder.resolve("query.graphql"));
        Operation operation =
                Operations.of(Graphs.joins(schema)).read(Parser.parse(query), null, variable -> variable.equals("on"));
        check(folder.resolve("normalised.graphql"), written(operation));
    }

    private static String written(Operation operation) {
        String literals = operation.literals().entrySet().stream()
                .map(literal -> "# $" + literal.getKey() + " is " + Printer.print(literal.getValue()) + "\n")
                .collect(Collectors.joining());
        return operation.text() + "\n" + literals;
    }

    private static void check(Path file, String actual) {
        try {
            if (UPDATE) {
                Files.writeString(file, actual);
            }
            assertThat(actual).isEqualTo(Files.readString(file));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
