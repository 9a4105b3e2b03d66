package io.asyncflow.support.events;

import io.asyncflow.embedded.RedisServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisEventFlowIT extends EventFlow {

    private static RedisServer redis;

    @BeforeAll
    static void startRedis() {
        redis = RedisServer.throwaway();
    }

    @AfterAll
    static void stopRedis() {
        redis.close();
    }

    @Override
    protected Map<String, String> bus(int test) {
        return Map.of("asyncflow.redis.url", redis.url() + "/" + test % 16, "asyncflow.events.redis.lease", "1s");
    }
}
