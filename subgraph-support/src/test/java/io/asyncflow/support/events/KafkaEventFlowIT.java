package io.asyncflow.support.events;

import io.asyncflow.embedded.RedisServer;
import io.asyncflow.embedded.kafka.KafkaServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class KafkaEventFlowIT extends EventFlow {

    private static RedisServer redis;
    private static KafkaServer kafka;

    @BeforeAll
    static void startServers() {
        redis = RedisServer.throwaway();
        kafka = KafkaServer.throwaway();
    }

    @AfterAll
    static void stopServers() {
        kafka.close();
        redis.close();
    }

    @Override
    protected Map<String, String> bus(int test) {
        return Map.of(
                "asyncflow.events.bus",
                "kafka",
                "asyncflow.events.kafka.bootstrap-servers",
                kafka.bootstrapServers(),
                "asyncflow.events.kafka.topic-prefix",
                "test" + test + ".",
                "asyncflow.events.kafka.partitions",
                "4",
                "asyncflow.redis.url",
                redis.url());
    }
}
