package io.asyncflow.gateway.planner;

import io.asyncflow.gateway.planner.fetch.Decisions;
import io.asyncflow.gateway.planner.fetch.PlanAssembly;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.search.Budget;
import io.asyncflow.gateway.planner.search.Search;
import io.asyncflow.gateway.supergraph.Joins;
import java.util.List;
import java.util.Set;

/**
 * Plans the operations on one supergraph. Deterministic: the same operation has the same plan in any process. Safe for
 * use by several threads.
 */
public final class Planner {

    private final StateGraph graph;

    private Planner(StateGraph graph) {
        this.graph = graph;
    }

    /**
     * @param labels the labels of progressive overrides that are on
     */
    public static Planner of(Joins joins, Set<String> labels) {
        return new Planner(StateGraph.of(joins, labels));
    }

    public StateGraph graph() {
        return graph;
    }

    /**
     * @throws PlanningException where the operation would take more than its share of work or memory
     */
    public Plan plan(Operation operation) {
        return new PlanAssembly(operation, new Search(graph, new Budget()), new Decisions()).plan();
    }

    /** The same plan, with what was compared on the way. */
    public Explained explain(Operation operation) {
        Decisions decisions = new Decisions();
        Plan plan = new PlanAssembly(operation, new Search(graph, new Budget()), decisions).plan();
        return new Explained(plan, decisions.all());
    }

    /** A plan, and the places where there was a choice. */
    public record Explained(Plan plan, List<Decisions.Decision> decisions) {

        public Explained {
            decisions = List.copyOf(decisions);
        }
    }
}
