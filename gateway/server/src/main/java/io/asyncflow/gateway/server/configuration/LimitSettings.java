package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.engine.OperationLimitSettings;
import io.asyncflow.gateway.server.http.HttpLimitSettings;
import io.asyncflow.gateway.server.settings.Described;
import io.asyncflow.gateway.server.settings.Inline;

/** How much a client may ask for, whichever part of the gateway looks after it. */
@Described("How much a client may send, and ask for.")
public record LimitSettings(
        @Inline HttpLimitSettings http, @Inline OperationLimitSettings operations) {

    public static final LimitSettings DEFAULT =
            new LimitSettings(HttpLimitSettings.DEFAULT, OperationLimitSettings.DEFAULT);
}
