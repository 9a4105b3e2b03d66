package io.asyncflow.support.events;

import io.asyncflow.embedded.Ports;
import io.asyncflow.embedded.RedisServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RedisStreamsIT {

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

    private static final class Servers implements BusServers {

        @Override
        public Map<String, String> settings() {
            return Map.of("asyncflow.redis.url", server.url());
        }

        @Override
        public void restart() {
            stop();
            start();
        }

        @Override
        public long pid() {
            return server.pid();
        }
    }

    @Nested
    class Delivery extends DeliveryContract {

        @Override
        protected BusServers servers() {
            return new Servers();
        }
    }

    @Nested
    class Outage extends OutageContract {

        @Override
        protected BusServers servers() {
            return new Servers();
        }
    }
}
