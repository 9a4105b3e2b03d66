package io.asyncflow.gateway.server.telemetry;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes up ids, save for a trace that has one already in log lines. */
final class TraceIds implements IdGenerator {

    private static final ScopedValue<String> GIVEN = ScopedValue.newInstance();
    private static final IdGenerator RANDOM = IdGenerator.random();

    static <T> T in(@Nullable String trace, Supplier<T> start) {
        return trace == null ? start.get() : ScopedValue.where(GIVEN, trace).call(start::get);
    }

    @Override
    public String generateTraceId() {
        return GIVEN.isBound() ? GIVEN.get() : RANDOM.generateTraceId();
    }

    @Override
    public String generateSpanId() {
        return RANDOM.generateSpanId();
    }
}
