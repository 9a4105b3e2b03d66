package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import org.springframework.util.unit.DataSize;

/** Automatic persisted queries. */
@Described("Automatic persisted queries: a client sends a document once, and then only its hash.")
public record ApqSettings(
        @Described("Remember documents by their hash.") boolean enabled,

        @Described("How much memory the documents may take; the least used are forgotten first.")
        DataSize storeSize) {

    public static final ApqSettings DEFAULT = new ApqSettings(true, DataSize.ofMegabytes(16));

    public ApqSettings {
        if (storeSize.toBytes() < 0) {
            throw new IllegalArgumentException("store_size must not be negative");
        }
    }
}
