package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.language.Limits;
import io.asyncflow.gateway.planner.validation.OperationLimits;
import io.asyncflow.gateway.server.settings.Described;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** How large an operation may be, and how long it may take. */
@Described("How large an operation may be, and how long it may take.")
public record OperationLimitSettings(
        @Described("How many fields an operation may have, its fragments spread out.")
        int maxFields,

        @Described("How deep its fields may nest.") int maxDepth,

        @Described("How many tokens its text may have.") int parserMaxTokens,

        @Described("How long it may take to answer, planning and deferred parts included; subscriptions aside.")
        Duration timeout,

        @Described("How much memory one may take for what subgraphs answer, and for its own answer.")
        DataSize maxMemory) {

    public static final OperationLimitSettings DEFAULT =
            new OperationLimitSettings(50_000, 200, 100_000, Duration.ofSeconds(60), DataSize.ofMegabytes(64));

    public OperationLimitSettings {
        check(maxFields > 0, "maxFields must be at least 1");
        check(maxDepth > 0 && maxDepth <= 500, "maxDepth must be between 1 and 500");
        check(parserMaxTokens > 0, "parserMaxTokens must be at least 1");
        check(timeout.isPositive(), "timeout must be longer than 0s");
        check(maxMemory.toBytes() >= 1 << 20, "maxMemory must be at least 1MB");
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    OperationLimits operation() {
        return new OperationLimits(maxFields, maxDepth);
    }

    Limits parser() {
        return new Limits(parserMaxTokens, maxDepth);
    }
}
