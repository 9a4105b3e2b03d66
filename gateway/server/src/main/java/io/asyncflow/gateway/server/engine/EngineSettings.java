package io.asyncflow.gateway.server.engine;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the engine lets through, and what it keeps.
 *
 * @param introspection whether clients may ask for the schema
 * @param deferSupport whether {@code @defer} is heeded
 * @param subscriptions whether clients may subscribe
 * @param exposeQueryPlan whether clients may see plans and timings
 * @param showsErrors whether clients may read what the subgraph of that name reports
 * @param keptPlans how many operations are kept ready
 * @param warmUp how many of them are made ready before a new supergraph is served
 * @param overrideLabels the labels of progressive overrides that are on
 */
public record EngineSettings(
        boolean introspection,
        boolean deferSupport,
        boolean subscriptions,
        boolean exposeQueryPlan,
        Predicate<String> showsErrors,
        int keptPlans,
        int warmUp,
        Set<String> overrideLabels,
        OperationLimitSettings limits) {

    public EngineSettings {
        overrideLabels = new TreeSet<>(overrideLabels);
    }
}
