package io.asyncflow.gateway.server.live;

import io.asyncflow.gateway.executor.Caller;
import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.server.message.JsonObject;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells who is on a socket: by the headers of the handshake, and by what {@code connection_init} adds to them. */
final class Callers {

    /** They are about the socket, not about who opened it. */
    private static final Set<String> OF_THE_SOCKET = Set.of("connection", "upgrade");

    /** What a proxy has written there about the handshake is not the client's to replace. */
    private static final String FORWARDED_FOR = "x-forwarded-for";

    private final Set<String> entries;

    Callers(List<String> entries) {
        this.entries =
                entries.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    Caller of(HttpHeaders handshake, @Nullable InetAddress peer, @Nullable Json payload) {
        Map<String, List<String>> headers = new HashMap<>();
        handshake.forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!OF_THE_SOCKET.contains(name) && !name.startsWith("sec-websocket-")) {
                headers.computeIfAbsent(name, absent -> new ArrayList<>(1)).add(header.getValue());
            }
        });
        if (payload != null && !entries.isEmpty()) {
            JsonObject.read(payload).members().forEach((name, value) -> {
                if (entries.contains(name.toLowerCase(Locale.ROOT))) {
                    add(headers, name, value);
                }
            });
        }
        headers.replaceAll((name, values) -> List.copyOf(values));
        return new Caller(Map.copyOf(headers), peer);
    }

    private static void add(Map<String, List<String>> headers, String name, Json value) {
        if (JsonObject.isObject(value)) {
            JsonObject.read(value).members().forEach((inner, text) -> put(headers, inner, text));
        } else {
            put(headers, name, value);
        }
    }

    /** Only texts can be headers, and only of what could stand in a header: nothing may begin a line of its own. */
    private static void put(Map<String, List<String>> headers, String name, Json value) {
        if (!JsonObject.isString(value)
                || !name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                || name.equalsIgnoreCase(FORWARDED_FOR)) {
            return;
        }
        String text = JsonValues.text(value);
        if (text.chars().allMatch(c -> c == '\t' || c >= ' ' && c <= '~')) {
            headers.put(name.toLowerCase(Locale.ROOT), List.of(text));
        }
    }
}
