package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.channel.EventLoop;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** The event streams that clients have reserved or opened, by the tokens that only those clients know. */
final class EventStreams {

    private static final int TOKEN_BYTES = 16;

    private final StreamSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, EventStream> streams = new ConcurrentHashMap<>();

    EventStreams(StreamSettings settings) {
        this.settings = settings;
    }

    /** A token for a stream that is to be opened before long. */
    String reserve(EventLoop loop) {
        if (streams.size() >= settings.maxEventStreams()) {
            throw Refusal.TOO_MANY_STREAMS.exception();
        }
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        streams.put(token, new EventStream(settings));
        var unused =
                loop.schedule(() -> expire(token), settings.reservationTimeout().toMillis(), TimeUnit.MILLISECONDS);
        return token;
    }

    private void expire(String token) {
        EventStream stream = streams.get(token);
        if (stream != null && !stream.isOpen()) {
            close(token);
        }
    }

    EventStream get(@Nullable String token) {
        EventStream stream = token == null ? null : streams.get(token);
        if (stream == null) {
            throw Refusal.NO_STREAM.exception();
        }
        return stream;
    }

    /** The events of a stream, to be sent over the one connection that opens it. With the connection all of it ends. */
    Flux<Json> open(String token) {
        EventStream stream = get(token);
        if (!stream.open()) {
            throw Refusal.STREAM_OPEN.exception();
        }
        return stream.events().doFinally(_ -> close(token));
    }

    private void close(String token) {
        EventStream stream = streams.remove(token);
        if (stream != null) {
            stream.close();
        }
    }

    void closeAll() {
        streams.keySet().forEach(this::close);
    }
}
