package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.executor.Caller;
import io.opentelemetry.context.propagation.TextMapGetter;
import org.jspecify.annotations.Nullable;

/** Where OpenTelemetry looks for the caller's trace. */
enum CallerHeaders implements TextMapGetter<Caller> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Caller caller) {
        return caller.headers().keySet();
    }

    @Override
    public @Nullable String get(@Nullable Caller caller, String name) {
        return caller == null ? null : caller.header(name);
    }
}
