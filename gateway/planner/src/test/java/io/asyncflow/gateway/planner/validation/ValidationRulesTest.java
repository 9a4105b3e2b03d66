package io.asyncflow.gateway.planner.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One file for each family of rules below {@code validation}: documents that keep them ({@code +}) and that break them
 * ({@code -}), each with what is said about it. {@code -Dgolden=update} writes what is said; review the difference.
 */
class ValidationRulesTest {

    private static final Path RULES = Path.of("src/test/resources/validation");

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    private static final Validation VALIDATION =
            Validation.of(Api.of(Parser.parse(text(RULES.resolve("schema.graphql")))));

    @TestFactory
    Stream<DynamicTest> judgeAsExpected() throws IOException {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            RULES.relativize(file).toString(), file.toUri(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        List<String> documents =
                text(file).lines().filter(line -> !line.startsWith(" ")).toList();
        String judged = documents.stream().map(ValidationRulesTest::judged).collect(Collectors.joining());
        if (UPDATE) {
            Files.writeString(file, judged);
        }
        assertThat(judged).isEqualTo(text(file));
        documents.forEach(document ->
                assertThat(problems(document).isEmpty()).as(document).isEqualTo(document.startsWith("+ ")));
    }

    private static String judged(String document) {
        return document + "\n"
                + problems(document).stream()
                        .map(problem -> "    " + places(problem) + " " + problem.message() + "\n")
                        .collect(Collectors.joining());
    }

    private static String places(Problem problem) {
        return problem.positions().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static List<Problem> problems(String document) {
        return VALIDATION.problems(Parser.parse(document.substring(2)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
