package io.asyncflow.gateway.server.graphiql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssetsTest {

    private static final Path OURS = Path.of("src/main/resources/io/asyncflow/gateway/server/graphiql/page");

    @Test
    void servesEachOfOurFiles() throws IOException {
        try (var files = Files.list(OURS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Assets.OURS);
        }
    }

    @Test
    void comesWithTheLicencesOfTheLibraries() throws IOException {
        for (String library :
                List.of("graphiql/LICENSE", "react/LICENSE", "react-dom/LICENSE", "graphql-ws/LICENSE.md")) {
            assertThat(new String(Assets.read("libraries/" + library), UTF_8)).contains("MIT License");
        }
    }

    @Test
    void loadsNothingFromElsewhere() throws IOException {
        for (String name : Assets.OURS) {
            String source = new String(Assets.read("page/" + name), UTF_8).replace("http://www.w3.org/2000/svg", "");
            assertThat(source).as(name).doesNotContain("http://", "https://", "//cdn");
        }
    }

    @Test
    void makesNoMarkupAndNoScriptFromText() throws IOException {
        for (String name : Assets.OURS) {
            assertThat(new String(Assets.read("page/" + name), UTF_8))
                    .as(name)
                    .doesNotContain(
                            "innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "Function(", "document.write");
        }
    }
}
