package io.asyncflow.gateway.server;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.supergraph.Supergraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** Whether there is a graph to serve, and whether it is the one that its source has. */
final class SupergraphHealth implements HealthIndicator, GraphRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SupergraphHealth.class);

    /** What is served is not what the source has. */
    private static final Status STALE = new Status("STALE");

    private volatile boolean serves;
    private volatile boolean stale;

    @Override
    public void served(Supergraph supergraph, String origin) {
        serves = true;
        stale = false;
        LOG.info(
                "Serving the graph of {} subgraphs from {}", supergraph.graphs().size(), origin);
    }

    @Override
    public void refused(String why, String origin) {
        stale = true;
        if (serves) {
            LOG.error("{} is not served; the graph from before still is: {}", origin, why);
        } else {
            LOG.error("There is no graph to serve: {}. The gateway waits until {} has one", why, origin);
        }
    }

    @Override
    public void confirmed(String origin) {
        stale = false;
        LOG.info("{} has what is served", origin);
    }

    @Override
    public void planned(Plan plan, long nanos) {}

    @Override
    public Health health() {
        Status status = stale ? STALE : Status.UP;
        return Health.status(serves ? status : Status.OUT_OF_SERVICE).build();
    }
}
