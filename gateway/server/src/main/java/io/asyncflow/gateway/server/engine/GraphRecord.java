package io.asyncflow.gateway.server.engine;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Supergraph;

/** Told of supergraphs and plans, for health, logs and metrics. */
public interface GraphRecord {

    /** A supergraph is served from now on. */
    void served(Supergraph supergraph, String origin);

    /** What came is not served, or nothing came; what was served before still is. */
    void refused(String why, String origin);

    /** After a refusal, what is served is what the origin has again. */
    void confirmed(String origin);

    void planned(Plan plan, long nanos);

    /** An operation that is valid is not planned. */
    default void unplanned(String code) {}
}
