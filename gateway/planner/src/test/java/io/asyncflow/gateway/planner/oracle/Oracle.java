package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.planner.Planner;
import io.asyncflow.gateway.planner.execution.Answer;
import io.asyncflow.gateway.planner.execution.JsonText;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.execution.PlanRunner;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanText;
import io.asyncflow.gateway.planner.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Knows the right answers: whether plans come to them, by requests that the subgraphs can answer. */
public final class Oracle {

    private final ComposedGraph graph;
    private final PlanRunner runner;
    private final Set<String> labels;
    private final Planner planner;
    private final Planner another;

    public Oracle(ComposedGraph graph, Set<String> labels) {
        this(graph, labels, PlanExecution::run);
    }

    public Oracle(ComposedGraph graph, Set<String> labels, PlanRunner runner) {
        this.graph = graph;
        this.runner = runner;
        this.labels = labels;
        this.planner = graph.planner(labels);
        this.another = graph.planner(labels);
    }

    /** The plan where all that is deferred on a condition is. */
    public Plan plan(Document document) {
        return planner.plan(graph.operations().read(document, null, _ -> true));
    }

    /** What is wrong with the plan for the operation, or null; tried with several values for its variables. */
    public @Nullable String fault(Document document) {
        Operation operation = graph.operations().read(document, null, _ -> true);
        if (!planner.plan(operation).equals(another.plan(operation))) {
            return "Two planners come to different plans, one of which is\n" + PlanText.print(planner.plan(operation));
        }
        for (Map<String, Object> values :
                new VariableValues(graph.supergraph()).of(Asked.of(document).operation())) {
            String fault = fault(document, values);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** What comes of running the plan where subgraphs miss some entities. */
    String answerWithout(Document document, Set<String> entities) {
        World world = graph.worlds().getFirst().without(entities);
        Answer answer = runner.run(plan(document), world, labels, Map.of(), PlanExecution.Order.LAST);
        return JsonText.of(answer.complete());
    }

    /** What is wrong with the plan for these values, or null. */
    public @Nullable String fault(Document document, Map<String, Object> given) {
        List<Trial> trials = trials(document, given, graph.worlds());
        Plan plan = trials.getFirst().plan();
        for (Trial trial : trials) {
            String fault = fault(trial);
            if (fault != null) {
                return fault + "\nwith the variables " + trial.variables() + "\nin the plan\n" + PlanText.print(plan);
            }
        }
        return null;
    }

    /**
     * The fetches that the plan could do without and the parents that need not be waited for, or null: also where
     * something is deferred, as deferring is a waste of its own.
     */
    public @Nullable String waste(Document document) {
        if (!plan(document).deferred().isEmpty()) {
            return null;
        }
        List<World> worlds = graph.manyWorlds();
        List<Trial> trials = new ArrayList<>();
        new VariableValues(graph.supergraph())
                .of(Asked.of(document).operation())
                .forEach(
                        values -> trials(document, values, worlds).forEach(trial -> trials.add(Waste.prepared(trial))));
        Plan plan = trials.getFirst().plan();
        List<String> found = new Waste(plan, changed -> Waste.isRight(changed, trials)).find();
        return found.isEmpty() ? null : String.join(", ", found) + "\nin the plan\n" + PlanText.print(plan);
    }

    private List<Trial> trials(Document document, Map<String, Object> given, List<World> worlds) {
        Asked asked = Asked.of(document);
        Map<String, Object> variables = World.withDefaults(asked.operation(), given);
        Predicate<String> defers = name -> Boolean.TRUE.equals(variables.get(name));
        Operation operation = graph.operations().read(document, null, defers);
        Map<String, Object> all = new LinkedHashMap<>(variables);
        operation.literals().forEach((name, value) -> all.put(name, World.plain(value, variables)));
        Plan plan = planner.plan(operation);
        return worlds.stream()
                .map(world -> new Trial(
                        plan,
                        world,
                        runner,
                        labels,
                        all,
                        expected(world, asked, variables),
                        expected(world, asked.immediate(defers), variables),
                        asked.isPlain()))
                .toList();
    }

    private static @Nullable String fault(Trial trial) {
        for (PlanExecution.Order order : PlanExecution.Order.values()) {
            String fault = trial.fault(order);
            if (fault != null) {
                return fault;
            }
        }
        return trial.withGaps().faultWithGaps();
    }

    private static Map<String, Object> expected(World world, Asked asked, Map<String, Object> variables) {
        return world.expected(asked.document(), asked.operation(), variables);
    }
}
