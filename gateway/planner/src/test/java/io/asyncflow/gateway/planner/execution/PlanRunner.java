package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.world.World;
import java.util.Map;
import java.util.Set;

/** Runs a plan on subgraphs in memory. */
public interface PlanRunner {

    /**
     * @param variables the client's, defaults filled in, and those of lifted literals
     */
    Answer run(Plan plan, World world, Set<String> labels, Map<String, Object> variables, PlanExecution.Order order);

    /** Whether the answer's keys are in the order that GraphQL has them in. */
    default boolean ordersKeys() {
        return false;
    }
}
