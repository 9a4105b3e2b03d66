package io.asyncflow.gateway.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Has npm's graphql-http audit the endpoint against GraphQL over HTTP, where Node is there and {@code npm install} was
 * run in {@code src/test/audit}.
 */
class HttpAuditTest {

    private static final Path AUDIT = Path.of("src/test/audit");

    @Test
    void failsNoAudit() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(AUDIT.resolve("node_modules/graphql-http")), "npm install was not run");
        try (var gateway = Gateway.with(new PersistedQueries(AuditTarget.SERVICE, ApqSettings.DEFAULT))) {
            Process audit = new ProcessBuilder("node", "audit.mjs", "http://localhost:" + gateway.port() + "/graphql")
                    .directory(AUDIT.toFile())
                    .redirectErrorStream(true)
                    .start();
            String report = new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(audit.waitFor()).as(report).isZero();
            assertThat(report).contains("61 audits, 0 failed");
        }
    }
}
