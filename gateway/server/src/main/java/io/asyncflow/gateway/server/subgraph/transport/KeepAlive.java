package io.asyncflow.gateway.server.subgraph.transport;

import io.netty.handler.codec.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hint {@code Keep-Alive: timeout=5}: how long a server keeps a connection that lies idle. */
final class KeepAlive {

    private static final Pattern TIMEOUT = Pattern.compile("(?i)\\btimeout\\s*=\\s*(\\d{1,6})\\b");

    private KeepAlive() {}

    static Optional<Duration> read(HttpHeaders headers) {
        String hint = headers.get("keep-alive");
        if (hint == null) {
            return Optional.empty();
        }
        Matcher timeout = TIMEOUT.matcher(hint);
        return timeout.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(timeout.group(1)))) : Optional.empty();
    }
}
