package io.asyncflow.ai.recommendation;

import io.asyncflow.testing.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Somebody listens where Redis should be, and never says a word. */
@FreshDatabase
class SilentRedisIT extends WithoutRedis {

    private static final ServerSocket SILENT = silent();

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) {
        properties.add("asyncflow.redis.url", () -> "redis://127.0.0.1:" + SILENT.getLocalPort());
    }

    @AfterAll
    static void close() throws IOException {
        SILENT.close();
    }

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
