package io.asyncflow.ai.recommendation;

import io.asyncflow.testing.FreshDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Nobody listens where Redis should be. */
@FreshDatabase
class RedisAwayIT extends WithoutRedis {

    @DynamicPropertySource
    static void redis(DynamicPropertyRegistry properties) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int closed = socket.getLocalPort();
            properties.add("asyncflow.redis.url", () -> "redis://127.0.0.1:" + closed);
        }
    }
}
