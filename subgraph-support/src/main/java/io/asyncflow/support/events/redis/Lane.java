package io.asyncflow.support.events.redis;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** One of the streams of a topic. All events of a key are in the same one. */
record Lane(String topic, int number) {

    static Lane of(String topic, String key, int lanes) {
        return new Lane(topic, Math.floorMod(key.hashCode(), lanes));
    }

    static List<Lane> all(Collection<String> topics, int lanes) {
        return topics.stream()
                .sorted()
                .flatMap(topic -> IntStream.range(0, lanes).mapToObj(number -> new Lane(topic, number)))
                .toList();
    }

    /** In braces is what decides on which node of a cluster keys lie. */
    String stream() {
        return "events:{" + topic + ":" + number + "}";
    }

    String lease(String group) {
        return stream() + ":" + group;
    }

    /** Where it is told that a stream of the topic has grown. */
    static String channel(String topic) {
        return "events:" + topic;
    }
}
