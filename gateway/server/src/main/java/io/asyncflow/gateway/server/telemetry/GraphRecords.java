package io.asyncflow.gateway.server.telemetry;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.server.engine.GraphRecord;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.List;

/** Several that are told of supergraphs and plans. */
public record GraphRecords(List<GraphRecord> all) implements GraphRecord {

    public GraphRecords {
        all = List.copyOf(all);
    }

    @Override
    public void served(Supergraph supergraph, String origin) {
        all.forEach(each -> each.served(supergraph, origin));
    }

    @Override
    public void refused(String why, String origin) {
        all.forEach(each -> each.refused(why, origin));
    }

    @Override
    public void confirmed(String origin) {
        all.forEach(each -> each.confirmed(origin));
    }

    @Override
    public void planned(Plan plan, long nanos) {
        all.forEach(each -> each.planned(plan, nanos));
    }

    @Override
    public void unplanned(String code) {
        all.forEach(each -> each.unplanned(code));
    }
}
