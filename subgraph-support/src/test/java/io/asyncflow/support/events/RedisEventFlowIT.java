package io.asyncflow.support.events;

import static io.asyncflow.support.events.Ledger.counted;
import static org.assertj.core.api.Assertions.assertThat;

import io.asyncflow.embedded.RedisServer;
import io.lettuce.core.RedisClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RedisEventFlowIT extends EventFlow {

    /** Each test's own, by its number. */
    private static final Map<Integer, RedisServer> SERVERS = new ConcurrentHashMap<>();

    @AfterAll
    static void stopServers() {
        SERVERS.values().forEach(RedisServer::close);
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
        RedisServer server = SERVERS.computeIfAbsent(test, _ -> RedisServer.throwaway());
        return Map.of("asyncflow.redis.url", server.url(), "asyncflow.events.redis.lease", "1s");
    }
}
