package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;

/** What a browser finds where clients send operations. */
@Described("What a browser finds where clients send operations.")
public record Homepage(
        @Described("Whether it is led on to GraphiQL, where that is on.")
        boolean enabled) {

    public static final Homepage DEFAULT = new Homepage(true);
}
