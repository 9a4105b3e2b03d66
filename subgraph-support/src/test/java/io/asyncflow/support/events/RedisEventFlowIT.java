package io.asyncflow.support.events;

import static io.asyncflow.support.events.Ledger.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.embedded.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    /** As an operator may do by mistake, with the lanes leased. */
    @Test
    void goesOnWhenItsGroupWasRemoved() {
        happen(counted("a", 1));
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("a 1"));
        try (var client = RedisClient.create(bus(test()).get("asyncflow.redis.url"));
                var connection = client.connect()) {
            for (int lane = 0; lane < 4; lane++) {
                connection.sync().xgroupDestroy("events:{test:" + lane + "}", "ledger");
            }
        }
        happen(counted("a", 2));
        soon().untilAsserted(() -> assertThat(effects()).containsExactly("a 1", "a 2"));
    }

    @Override
    protected Map<String, String> bus(int test) {
        return Map.of("asyncflow.redis.url", redis.url() + "/" + test % 16, "asyncflow.events.redis.lease", "1s");
    }
}
