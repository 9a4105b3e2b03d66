package io.asyncflow.gateway.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Composes every folder below {@code cases}: {@code <code>/<case>} with one file for each subgraph, {@code expected.txt}
 * for what is reported and, where it composes, {@code supergraph.graphql}. {@code -Dgolden=update} writes what came out;
 * review the difference.
 */
class CasesTest {

    private static final Path CASES = Path.of("src/test/resources/cases");

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TestFactory
    Stream<DynamicTest> composeAsExpected() {
        return folders(CASES)
                .flatMap(CasesTest::folders)
                .map(folder -> DynamicTest.dynamicTest(
                        CASES.relativize(folder).toString(),
                        folder.toUri(),
                        () -> Case.read(folder).check(UPDATE)));
    }

    @TestFactory
    Stream<DynamicTest> failWithTheCodeOfTheirFolder() {
        return folders(CASES).filter(code -> !code.endsWith("composes")).flatMap(CasesTest::failing);
    }

    private static Stream<DynamicTest> failing(Path folder) {
        String code =
                CASES.relativize(folder).toString().toUpperCase(Locale.ROOT).replace('-', '_');
        return folders(folder)
                .map(one -> DynamicTest.dynamicTest(
                        CASES.relativize(one).toString(),
                        () -> assertThat(Case.read(one).codes()).contains(code)));
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
