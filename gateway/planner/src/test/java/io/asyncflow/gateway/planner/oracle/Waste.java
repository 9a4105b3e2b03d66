package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.execution.PlanExecution;
import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds fetches that a plan could do without, and parents that a fetch need not wait for. */
final class Waste {

    /** Never holds. */
    private static final Condition NEVER = new Condition("waste", true);

    private final Plan plan;
    private final Predicate<Plan> isRight;

    /**
     * @param isRight whether a plan comes to the right answers on all data that is tried
     */
    Waste(Plan plan, Predicate<Plan> isRight) {
        this.plan = plan;
        this.isRight = isRight;
    }

    static Trial prepared(Trial trial) {
        Map<String, Object> variables = new LinkedHashMap<>(trial.variables());
        variables.put(NEVER.variable(), false);
        return new Trial(
                trial.plan(),
                trial.world(),
                trial.runner(),
                trial.labels(),
                variables,
                trial.complete(),
                trial.initial(),
                trial.isPlain());
    }

    static boolean isRight(Plan plan, List<Trial> trials) {
        return trials.stream().allMatch(trial -> trial.of(plan).fault(PlanExecution.Order.FIRST) == null);
    }

    List<String> find() {
        List<String> found = new ArrayList<>();
        for (Fetch fetch : plan.fetches()) {
            if (fetch instanceof Fetch.Subscription) {
                continue;
            }
            if (isRight.test(with(plan, changed(fetch, fetch.parents(), never(fetch))))) {
                found.add("fetch " + fetch.id() + " is not needed");
            }
            for (int parent : fetch.parents()) {
                if (plan.type() == OperationType.QUERY && canGoBefore(fetch, parent)) {
                    found.add("fetch " + fetch.id() + " need not wait for " + parent);
                }
            }
        }
        return found;
    }

    /** Whether the answer is right where the fetch does not wait for the parent, but the parent for the fetch. */
    private boolean canGoBefore(Fetch fetch, int parent) {
        List<Integer> others = new ArrayList<>(fetch.parents());
        others.remove((Integer) parent);
        for (int other : others) {
            if (ancestors(other, new HashSet<>()).contains(parent)) {
                return true;
            }
        }
        Fetch waits = plan.fetches().get(parent);
        List<Integer> after = new ArrayList<>(waits.parents());
        after.add(fetch.id());
        Plan without = with(plan, changed(fetch, others, fetch.conditions()));
        return isRight.test(with(without, changed(waits, after, waits.conditions())));
    }

    private Set<Integer> ancestors(int fetch, Set<Integer> into) {
        for (int parent : plan.fetches().get(fetch).parents()) {
            if (into.add(parent)) {
                ancestors(parent, into);
            }
        }
        return into;
    }

    private static List<Condition> never(Fetch fetch) {
        List<Condition> conditions = new ArrayList<>(fetch.conditions());
        conditions.add(NEVER);
        return conditions;
    }

    private static Plan with(Plan plan, Fetch fetch) {
        List<Fetch> fetches = new ArrayList<>(plan.fetches());
        fetches.set(fetch.id(), fetch);
        return new Plan(
                plan.type(), fetches, plan.introspection(), plan.shape(), plan.order(), plan.deferred(), plan.work());
    }

    private static Fetch changed(Fetch fetch, List<Integer> parents, List<Condition> conditions) {
        return switch (fetch) {
            case Fetch.Root root ->
                new Fetch.Root(
                        root.id(), root.graph(), parents, conditions, root.deferral(), root.path(), root.request());
            case Fetch.Entities entities ->
                new Fetch.Entities(
                        entities.id(),
                        entities.graph(),
                        parents,
                        conditions,
                        entities.deferral(),
                        entities.lookups(),
                        entities.request());
            case Fetch.Subscription source -> source;
        };
    }
}
