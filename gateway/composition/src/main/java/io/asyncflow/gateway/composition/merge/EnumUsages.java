package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.Place;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where enums are used: what clients send, what they get, or both decides how an enum's values merge. */
final class EnumUsages {

    /** The first element of that type, as an example for messages. */
    record Usage(String coordinate, Place place) {}

    private final Map<String, Usage> sent = new HashMap<>();
    private final Map<String, Usage> received = new HashMap<>();

    void add(String type, boolean isInput, Usage usage) {
        (isInput ? sent : received).putIfAbsent(type, usage);
    }

    @Nullable
    Usage sent(String type) {
        return sent.get(type);
    }

    @Nullable
    Usage received(String type) {
        return received.get(type);
    }
}
