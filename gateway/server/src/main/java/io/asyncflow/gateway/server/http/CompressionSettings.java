package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import org.springframework.util.unit.DataSize;

/** Compression of answers. */
@Described("Compression of answers with gzip, for clients that take it.")
public record CompressionSettings(
        @Described("Compress answers.") boolean enabled,

        @Described("Answers that are shorter are sent as they are.")
        DataSize minimumSize,

        @Described("From 1 (fast) to 9 (small).") int level) {

    public static final CompressionSettings DEFAULT = new CompressionSettings(true, DataSize.ofKilobytes(2), 4);

    public CompressionSettings {
        if (minimumSize.toBytes() < 0) {
            throw new IllegalArgumentException("minimum_size must not be negative");
        }
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("level must be between 1 and 9");
        }
    }
}
