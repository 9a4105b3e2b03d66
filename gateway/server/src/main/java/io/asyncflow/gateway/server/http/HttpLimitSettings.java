package io.asyncflow.gateway.server.http;

import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** How much, and how slowly, a client may send. */
@Described("How much, and how slowly, a client may send.")
public record HttpLimitSettings(
        @Described("The largest body of a request, before and after it is decompressed.")
        DataSize httpMaxRequestBytes,

        @Described("The longest request line: method, URL with its query, version.")
        DataSize httpMaxRequestLine,

        @Described("The largest header of a request, all its fields together.")
        DataSize httpMaxHeaderBytes,

        @Described("By when the header of a request has to be complete, from its first byte.")
        Duration headerReadTimeout,

        @Described("By when the body of a request has to be complete, from the end of its header.")
        Duration bodyReadTimeout,

        @Described("After how long a connection without requests is closed.")
        Duration idleTimeout) {

    public static final HttpLimitSettings DEFAULT = new HttpLimitSettings(
            DataSize.ofMegabytes(1),
            DataSize.ofKilobytes(8),
            DataSize.ofKilobytes(16),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60));

    public HttpLimitSettings {
        check("http_max_request_bytes", httpMaxRequestBytes);
        check("http_max_request_line", httpMaxRequestLine);
        check("http_max_header_bytes", httpMaxHeaderBytes);
        check("header_read_timeout", headerReadTimeout);
        check("body_read_timeout", bodyReadTimeout);
        check("idle_timeout", idleTimeout);
    }

    private static void check(String name, DataSize size) {
        if (size.toBytes() < 1 || size.toBytes() > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException(name + " must be between 1 byte and 1 GB");
        }
    }

    private static void check(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
