package io.asyncflow.support.events.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Kafka is, and what its topics are like when we are the ones that make them.
 *
 * @param bootstrapServers some of the brokers, as {@code host:port,host:port}
 * @param topicPrefix what the names of topics and groups begin with there
 * @param partitions how many members of a group can share a topic
 * @param replicationFactor how many brokers keep a topic; the brokers' own default when left out
 * @param retention how long a topic keeps events, taken or not; no longer than inboxes remember them
 * @param properties for every client, such as {@code security.protocol} and {@code sasl.jaas.config}
 */
@Validated
@ConfigurationProperties("asyncflow.events.kafka")
public record KafkaProperties(
        @NotBlank @DefaultValue("localhost:9092") String bootstrapServers,
        @NotNull @DefaultValue("asyncflow.") String topicPrefix,
        @Min(1) @Max(1000) @DefaultValue("8") int partitions,
        @Min(1) @Nullable Short replicationFactor,
        @NotNull @DefaultValue("7d") Duration retention,
        @NotNull @DefaultValue Map<String, String> properties) {

    public KafkaProperties {
        properties = Map.copyOf(properties);
    }

    /** The name there of a topic or a group of ours. */
    String named(String name) {
        return topicPrefix + name;
    }
}
