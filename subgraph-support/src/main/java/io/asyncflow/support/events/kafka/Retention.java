package io.asyncflow.support.events.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Warns of topics that drop events sooner than they would if we had made them: a group that is behind misses those. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Duration wanted;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    Retention(Duration wanted) {
        this.wanted = wanted;
    }

    /** Looks at it once. Brokers may not let us; that is no reason to fail. */
    Mono<Void> look(Admin admin, String topic) {
        if (!seen.add(topic)) {
            return Mono.empty();
        }
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Topics.answer(admin.describeConfigs(List.of(resource)).all())
                .mapNotNull(found -> found.get(resource))
                .doOnNext(settings -> look(topic, settings))
                .doOnError(failure -> LOG.debug("Cannot see how long {} keeps events: {}", topic, failure.toString()))
                .onErrorComplete()
                .then();
    }

    private void look(String topic, Config settings) {
        String policy = settings.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
        long millis = number(settings, TopicConfig.RETENTION_MS_CONFIG);
        if (policy.contains(TopicConfig.CLEANUP_POLICY_COMPACT)) {
            warn(topic, TopicConfig.CLEANUP_POLICY_CONFIG, policy, "a later event of a key drops those before it");
        }
        if (policy.contains(TopicConfig.CLEANUP_POLICY_DELETE) && millis >= 0 && millis < wanted.toMillis()) {
            warn(topic, TopicConfig.RETENTION_MS_CONFIG, millis, "asyncflow.events.kafka.retention is " + wanted);
        }
        long bytes = number(settings, TopicConfig.RETENTION_BYTES_CONFIG);
        if (policy.contains(TopicConfig.CLEANUP_POLICY_DELETE) && bytes >= 0) {
            warn(topic, TopicConfig.RETENTION_BYTES_CONFIG, bytes, "many events drop those before them");
        }
    }

    private static void warn(String topic, String setting, Object value, String why) {
        LOG.warn("{} may drop events that nobody has taken: {}={}, and {}", topic, setting, value, why);
    }

    private static long number(Config settings, String name) {
        return Long.parseLong(settings.get(name).value());
    }
}
