package io.asyncflow.support.events;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.RedisServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class RedisStreamsIT extends BusContract {

    private static final int PORT = Ports.anyFree();

    @TempDir
    private static Path folder;

    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.keeping(folder, PORT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("asyncflow.redis.url", server.url());
    }

    @Override
    protected void restartServers() {
        server.close();
        start();
    }

    @Override
    protected long server() {
        return server.pid();
    }
}
