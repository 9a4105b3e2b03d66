package io.asyncflow.gateway.server;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.supergraph.Supergraph;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether there is a graph to serve, and whether it is the one that its source has. */
final class SupergraphHealth implements HealthIndicator, GraphRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SupergraphHealth.class);

    private volatile boolean serves;
    private volatile @Nullable String refusal;

    @Override
    public void served(Supergraph supergraph, String origin) {
        serves = true;
        refusal = null;
        LOG.info(
                "Serving the graph of {} subgraphs from {}", supergraph.graphs().size(), origin);
    }

    @Override
    public void refused(String why, String origin) {
        refusal = why;
        LOG.error(
                "{} is not served{}: {}",
                origin,
                serves ? "; the graph from before still is" : ", and there is none from before",
                why);
    }

    @Override
    public void confirmed(String origin) {
        refusal = null;
        LOG.info("{} has what is served", origin);
    }

    @Override
    public void planned(Plan plan, long nanos) {}

    @Override
    public Health health() {
        Health.Builder health = serves ? Health.up() : Health.outOfService();
        if (refusal != null) {
            health.withDetail("refused", refusal);
        }
        return health.build();
    }
}
