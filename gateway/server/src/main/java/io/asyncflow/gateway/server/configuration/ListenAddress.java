package io.asyncflow.gateway.server.configuration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port; port 0 is any that is free. */
public record ListenAddress(String host, int port) {

    private static final int LAST_PORT = 65_535;
    private static final Pattern TEXT = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");

    public ListenAddress {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port must be between 0 and 65535, not " + port);
        }
    }

    /** Reads {@code 0.0.0.0:4000} or {@code [::]:4000}. */
    static ListenAddress parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > LAST_PORT) {
            throw new IllegalArgumentException("must be a host and a port such as 0.0.0.0:4000, not '" + text + "'");
        }
        return new ListenAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
