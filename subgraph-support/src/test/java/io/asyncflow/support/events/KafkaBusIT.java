package io.asyncflow.support.events;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.kafka.KafkaServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class KafkaBusIT extends BusContract {

    private static final int PORT = Ports.anyFree();

    @TempDir
    private static Path folder;

    private static KafkaServer server;

    @BeforeAll
    static void start() {
        server = KafkaServer.keeping(folder, PORT);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of(
                "asyncflow.events.bus", "kafka", "asyncflow.events.kafka.bootstrap-servers", server.bootstrapServers());
    }

    @Override
    protected void restartServers() {
        server.kill();
        start();
    }
}
