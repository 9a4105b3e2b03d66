package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Gathers the bytes of an answer in one array, which has the right size from the beginning where it was announced. */
final class Body {

    static final long UNKNOWN = -1;

    /** More is reserved only once that much has come: announcing costs a subgraph nothing. */
    private static final int RESERVED_AT_ONCE = 1 << 20;

    private static final int FIRST = 1 << 12;

    private final int most;
    private byte[] bytes;
    private int size;

    Body(long announced, int limit) {
        if (announced > limit) {
            throw Failure.of(Fault.TOO_LARGE);
        }
        most = announced == UNKNOWN ? limit : (int) announced;
        bytes = new byte[Math.min(most, announced == UNKNOWN ? FIRST : RESERVED_AT_ONCE)];
    }

    void add(ByteBuf piece) {
        int length = piece.readableBytes();
        if (length > most - size) {
            throw Failure.of(Fault.TOO_LARGE);
        }
        if (length > bytes.length - size) {
            grow(size + length);
        }
        piece.readBytes(bytes, size, length);
        size += length;
    }

    boolean isEmpty() {
        return size == 0;
    }

    Json content() {
        return new Json(bytes, 0, size);
    }

    private void grow(int needed) {
        long doubled = 2L * bytes.length;
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(doubled, needed)));
    }
}
