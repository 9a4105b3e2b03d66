package io.asyncflow.gateway.server.subgraph.transport;

import io.asyncflow.gateway.executor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Decompresses, and stops before a small bomb has become a large one. */
final class Gzip {

    private static final int BUFFER = 1 << 13;

    private Gzip() {}

    static Json inflate(Json compressed, int limit) {
        var source = new ByteArrayInputStream(compressed.bytes(), compressed.from(), compressed.length());
        try (var plain = new GZIPInputStream(source, BUFFER)) {
            byte[] bytes = new byte[Math.min(limit, Math.max(BUFFER, 4 * Math.min(compressed.length(), limit / 4)))];
            int size = 0;
            for (int read = plain.read(bytes, 0, bytes.length);
                    read > 0;
                    read = plain.read(bytes, size, bytes.length - size)) {
                size += read;
                if (size == bytes.length) {
                    bytes = Arrays.copyOf(bytes, larger(size, limit));
                }
            }
            return new Json(bytes, 0, size);
        } catch (IOException e) {
            throw Failure.of(Fault.UNREADABLE);
        }
    }

    /** There is always room for one byte beyond the limit: whoever needs it has sent too much. */
    private static int larger(int size, int limit) {
        if (size > limit) {
            throw Failure.of(Fault.TOO_LARGE);
        }
        return (int) Math.min(2L * size, limit + 1L);
    }
}
