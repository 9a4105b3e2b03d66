package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.planner.execution.Answer;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.execution.PlanRunner;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.world.Violation;
import io.asyncflow.gateway.planner.world.World;
import io.asyncflow.gateway.supergraph.Supergraph;
import java.util.Map;
import java.util.Set;

/** Runs plans, and then again with damaged answers: what comes must be right as far as it goes. */
final class SabotagedRunner implements PlanRunner {

    private final ProgramRunner runner;
    private final int times;

    /**
     * @param times how often each plan is run with damage
     */
    SabotagedRunner(Supergraph supergraph, int times) {
        this.runner = new ProgramRunner(supergraph);
        this.times = times;
    }

    @Override
    public Answer run(
            Plan plan, World world, Set<String> labels, Map<String, Object> variables, PlanExecution.Order order) {
        Answer whole = runner.run(plan, world, labels, variables, order);
        Map<String, Object> complete = whole.complete();
        if (order == PlanExecution.Order.FIRST && complete != null) {
            for (int seed = 0; seed < times; seed++) {
                damaged(plan, world, labels, variables, seed, complete);
            }
        }
        return whole;
    }

    private void damaged(
            Plan plan,
            World world,
            Set<String> labels,
            Map<String, Object> variables,
            int seed,
            Map<String, Object> whole) {
        var sabotage = new Sabotage(new WorldClient(world, labels), seed, 20 + seed % 5 * 15);
        Damaged damaged = null;
        try {
            damaged = Damaged.run(runner, plan, sabotage, variables);
            new Rightness(plan, plan.deferred().isEmpty()).check(whole, damaged);
        } catch (Violation wrong) {
            throw new Violation("Damage " + seed + ": " + wrong.getMessage() + "\n"
                    + (damaged == null ? String.join("\n", sabotage.done()) : Rightness.text(damaged)));
        }
    }
}
