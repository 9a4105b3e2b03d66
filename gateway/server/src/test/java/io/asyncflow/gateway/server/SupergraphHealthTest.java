package io.asyncflow.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

/** What a gateway tells of a supergraph that it does not serve. */
@ExtendWith(OutputCaptureExtension.class)
class SupergraphHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void saysWhatIsMissingAndThatItWaits(CapturedOutput output) {
        new SupergraphHealth().refused("there is no file s.graphql", "s.graphql");

        assertThat(output)
                .contains(
                        "There is no graph to serve: there is no file s.graphql. The gateway waits until s.graphql has one");
    }

    @Test
    void isReadyWithAGraphThatIsNotTheNewest() throws Exception {
        try (var gateway = new LiveGateway(directory, "")) {
            assertThat(gateway.get("/health").body()).contains("\"supergraph\":{\"status\":\"UP\"}");
            Files.writeString(directory.resolve("supergraph.graphql"), "type Query { a: Int }");

            Mono.fromCallable(() -> gateway.get("/health"))
                    .filter(health -> health.body().contains("\"supergraph\":{\"status\":\"STALE\"}"))
                    .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(50)))
                    .block(PATIENCE);

            for (String path : new String[] {"/health", "/readiness", "/health/readiness"}) {
                HttpResponse<String> answer = gateway.get(path);
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).startsWith("{").contains("\"status\":\"UP\"");
            }
        }
    }
}
