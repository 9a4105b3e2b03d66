package io.asyncflow.support.events;

import java.util.regex.Pattern;

/**
 * A kind of event.
 *
 * @param name {@code topic.what_happened}; {@code schema/events} holds its schema under this name
 * @param data what events of this kind carry
 */
public record EventType<T>(String name, Class<T> data) {

    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z]+(_[a-z]+)*");

    public EventType {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("An event's type must look like order.created, but is " + name);
        }
    }

    /** That it happened to whomever the key names. */
    public Fact<T> about(String key, T facts) {
        return new Fact<>(this, key, facts);
    }

    static String topicOf(String name) {
        return name.substring(0, name.indexOf('.'));
    }
}
