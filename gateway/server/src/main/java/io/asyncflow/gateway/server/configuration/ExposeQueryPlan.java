package io.asyncflow.gateway.server.configuration;

import io.asyncflow.gateway.server.settings.Described;

/** Whether clients may see how their operation is answered. */
@Described("Whether clients may see how their operation is answered.")
public record ExposeQueryPlan(
        @Described("Whether an answer has the plan and its times in its extensions, for a request with the header"
                + " Apollo-Expose-Query-Plan: true. In production only if it is turned on here.")
        boolean enabled) {

    public static final ExposeQueryPlan DEFAULT = new ExposeQueryPlan(true);
}
