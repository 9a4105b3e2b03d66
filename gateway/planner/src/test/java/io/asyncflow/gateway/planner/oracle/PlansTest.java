package io.asyncflow.gateway.planner.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Plans and runs every folder {@code plans/<graph>/<case>}. The graph has a file for each subgraph; the case has {@code
 * query.graphql}, {@code plan.txt} and, where it needs them, {@code variables.txt} (a GraphQL literal), {@code
 * labels.txt} (those of overrides that are on) and {@code missing.txt} (entities that subgraphs do not find) with {@code
 * answer.txt}. {@code -Dgolden=update} writes the plans and answers that came out; review the difference.
 */
class PlansTest {

    private static final Path PLANS = Path.of("src/test/resources/plans");

    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    private final Map<Path, ComposedGraph> graphs = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> planAsExpected() {
        return folders(PLANS)
                .flatMap(PlansTest::folders)
                .map(folder -> DynamicTest.dynamicTest(
                        PLANS.relativize(folder).toString(),
                        folder.toUri(),
                        () -> new PlanCase(folder, graphs.computeIfAbsent(folder.getParent(), PlanCase::graph))
                                .check(UPDATE)));
    }

    @Test
    void coverWhatCompositionCanExpress() {
        assertThat(folders(PLANS).flatMap(PlansTest::folders)).hasSizeGreaterThanOrEqualTo(150);
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
