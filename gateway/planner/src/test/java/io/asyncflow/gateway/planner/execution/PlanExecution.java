package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.VariableDefinition;
import io.asyncflow.gateway.planner.plan.Deferred;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.Request;
import io.asyncflow.gateway.planner.world.Introspected;
import io.asyncflow.gateway.planner.world.Violation;
import io.asyncflow.gateway.planner.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Runs a plan on subgraphs in memory, fetch by fetch, in an order of its own that the parents allow. */
public final class PlanExecution {

    /** Which of the fetches that can run is next. */
    public enum Order {
        FIRST,
        LAST
    }

    private final Plan plan;
    private final World world;
    private final Set<String> labels;
    private final Map<String, Object> variables;
    private final Order order;
    private final Tree tree = new Tree();
    private final Set<Integer> done = new HashSet<>();
    private final List<Answer.Sent> sent = new ArrayList<>();

    private PlanExecution(Plan plan, World world, Set<String> labels, Map<String, Object> variables, Order order) {
        this.plan = plan;
        this.world = world;
        this.labels = labels;
        this.variables = variables;
        this.order = order;
    }

    public static Answer run(Plan plan, World world, Set<String> labels, Map<String, Object> variables, Order order) {
        return new PlanExecution(plan, world, labels, variables, order).run();
    }

    private Answer run() {
        tree.root().put(Tree.TYPENAME, plan.type().rootName());
        plan.introspection().forEach(field -> tree.root().put(field.key(), new Introspected(field.name())));
        runAll(deferral -> deferral == 0);
        Map<String, Object> initial = new Projection(variables).object(tree.root(), plan.shape());
        runAll(_ -> true);
        Projection projection = new Projection(variables);
        Map<String, Object> complete = projection.object(tree.root(), plan.shape());
        for (Deferred deferred : plan.deferred()) {
            tree.at(deferred.path()).forEach(each -> projection.addDeferred(each.object(), deferred.shape()));
        }
        return new Answer(initial, complete, sent);
    }

    private void runAll(IntPredicate deferral) {
        for (Fetch next = next(deferral); next != null; next = next(deferral)) {
            if (Projection.holds(next.conditions(), variables)) {
                run(next);
            }
            done.add(next.id());
        }
        plan.fetches().stream()
                .filter(fetch -> deferral.test(fetch.deferral()) && !done.contains(fetch.id()))
                .forEach(fetch -> {
                    throw new Violation("Fetch " + fetch.id() + " waits for " + fetch.parents() + ", which never come");
                });
    }

    private @Nullable Fetch next(IntPredicate deferral) {
        List<Fetch> ready = plan.fetches().stream()
                .filter(fetch -> deferral.test(fetch.deferral())
                        && !done.contains(fetch.id())
                        && done.containsAll(fetch.parents()))
                .toList();
        if (ready.isEmpty()) {
            return null;
        }
        return order == Order.FIRST ? ready.getFirst() : ready.getLast();
    }

    private void run(Fetch fetch) {
        switch (fetch) {
            case Fetch.Root root -> {
                List<Tree.Located> objects = tree.at(root.path());
                if (!objects.isEmpty()) {
                    Map<String, Object> data = ask(fetch, Map.of());
                    objects.forEach(each -> Tree.merge(each.object(), data));
                }
            }
            case Fetch.Subscription _ -> Tree.merge(tree.root(), ask(fetch, Map.of()));
            case Fetch.Entities entities ->
                EntityRequests.of(entities, tree, variables)
                        .forEach(request -> request.write(ask(fetch, request.variables())));
        }
    }

    private Map<String, Object> ask(Fetch fetch, Map<String, Object> added) {
        Request request = fetch.request();
        checkText(request);
        Map<String, Object> given = new LinkedHashMap<>(added);
        for (String name : request.variables()) {
            if (variables.containsKey(name)) {
                given.put(name, variables.get(name));
            }
        }
        checkVariables(fetch, given);
        Map<String, Object> data = world.ask(fetch.graph(), labels, request.operation(), given);
        sent.add(new Answer.Sent(fetch.id(), request.document(), List.copyOf(data.keySet())));
        return data;
    }

    private static void checkText(Request request) {
        Document document = Parser.parse(request.document());
        String expected = Printer.print(request.operation());
        if (document.definitions().size() != 1
                || !Printer.print(document.definitions().getFirst()).equals(expected)) {
            throw new Violation("The request's text is not its operation: " + request.document());
        }
    }

    private static void checkVariables(Fetch fetch, Map<String, Object> given) {
        OperationDefinition operation = fetch.request().operation();
        Set<String> declared = new HashSet<>();
        for (VariableDefinition variable : operation.variables()) {
            declared.add(variable.name());
            boolean needed = variable.type().isNonNull() && variable.defaultValue() == null;
            if (needed && given.get(variable.name()) == null) {
                throw new Violation("Fetch " + fetch.id() + " gives no value for $" + variable.name());
            }
        }
        if (!declared.containsAll(given.keySet())) {
            throw new Violation("Fetch " + fetch.id() + " gives " + given.keySet() + ", but declares " + declared);
        }
    }
}
