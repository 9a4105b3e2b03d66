package io.asyncflow.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.gateway.composition.Composition.Composed;
import io.asyncflow.gateway.supergraph.SupergraphPrinter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** schema/supergraph.graphql is what the schemas beside it compose to. */
class RepositoryGraphTest {

    private static final Path ROOT = Path.of("../..");

    @Test
    void isComposedFromTheSchemasAsTheyAre() {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var surroundings = new Surroundings(ROOT, ROOT, InputStream.nullInputStream(), nowhere, nowhere);
        Graph graph = Graph.toCompose(Options.parse(List.of(), "compose", List.of()), surroundings);

        assertThat(graph.compose())
                .as("schema/supergraph.yaml does not compose; './commerce compose' says where")
                .isInstanceOfSatisfying(
                        Composed.class,
                        composed -> assertThat(lines(surroundings.defaultSupergraph()))
                                .as("schema/supergraph.graphql is stale: run './commerce compose' and commit it")
                                .containsExactlyElementsOf(SupergraphPrinter.print(composed.supergraph())
                                        .lines()
                                        .toList()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isComposedFromEverySubgraphThatHasASchema() throws IOException {
        List<String> configured = SupergraphConfiguration.read(ROOT.resolve("schema/supergraph.yaml")).stream()
                .map(SubgraphFiles::name)
                .toList();
        try (var folders = Files.list(ROOT.resolve("schema"))) {
            assertThat(folders.filter(folder -> !folder.endsWith("common"))
                            .filter(Files::isDirectory)
                            .filter(folder -> hasSdl(folder))
                            .map(folder -> folder.getFileName().toString()))
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(configured);
        }
    }

    private static boolean hasSdl(Path folder) {
        return SdlFile.inside(folder).stream().anyMatch(file -> file.toString().endsWith(".graphqls"));
    }
}
