package io.asyncflow.gateway.server.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a message of the protocol is for. */
public enum MessageType {
    CONNECTION_INIT,
    CONNECTION_ACK,
    PING,
    PONG,
    SUBSCRIBE,
    NEXT,
    ERROR,
    COMPLETE;

    private static final Map<String, MessageType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(MessageType::text, Function.identity()));

    static @Nullable MessageType named(String name) {
        return BY_NAME.get(name);
    }

    /** As it is written. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is about one operation and bears its id. */
    boolean bearsId() {
        return compareTo(SUBSCRIBE) >= 0;
    }
}
