package io.asyncflow.gateway.server;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.server.subgraph.HttpSubgraphClient;
import io.asyncflow.gateway.supergraph.Supergraph;

/** Lets the client know which subgraphs it is to keep. */
record ServedSubgraphs(HttpSubgraphClient client) implements GraphRecord {

    @Override
    public void served(Supergraph supergraph, String origin) {
        client.serve(supergraph.graphs());
    }

    @Override
    public void refused(String why, String origin) {}

    @Override
    public void confirmed(String origin) {}

    @Override
    public void planned(Plan plan, long nanos) {}
}
