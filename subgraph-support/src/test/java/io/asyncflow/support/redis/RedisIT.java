package io.asyncflow.support.redis;

import static org.awaitility.Awaitility.await;

import io.asyncflow.embedded.RedisServer;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisIT {

    @Test
    void closesTheConnectionOfWhoeverLeftBeforeItWasThere() {
        try (var server = RedisServer.throwaway();
                var redis = new Redis(new RedisProperties(URI.create(server.url()), Duration.ofSeconds(1)));
                var client = RedisClient.create(server.url());
                var observer = client.connect()) {
            for (int i = 0; i < 20; i++) {
                redis.messages("anything").subscribe().dispose();
            }
            await().during(Duration.ofSeconds(1))
                    .until(() -> observer.sync().clientList().lines().count() == 1);
        }
    }
}
