package io.asyncflow.gateway.executor.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.planner.oracle.ComposedGraph;
import io.asyncflow.gateway.planner.oracle.PlanCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the planner's golden cases: the executor must come to the answers that the whole data has. */
class PlanCasesTest {

    private static final Path PLANS = Path.of("../planner/src/test/resources/plans");

    private final Map<Path, ComposedGraph> graphs = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> answersAsTheWholeDataWould() {
        return folders(PLANS)
                .flatMap(PlanCasesTest::folders)
                .map(folder -> DynamicTest.dynamicTest(
                        PLANS.relativize(folder).toString(),
                        folder.toUri(),
                        () -> assertThat(fault(folder)).isNull()));
    }

    private @Nullable String fault(Path folder) throws IOException {
        ComposedGraph graph = graphs.computeIfAbsent(folder.getParent(), PlanCase::graph);
        return new PlanCase(folder, graph).fault(new ProgramRunner(graph.supergraph()));
    }

    @Test
    void findsTheCases() {
        assertThat(folders(PLANS).flatMap(PlanCasesTest::folders)).hasSizeGreaterThanOrEqualTo(150);
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
