package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.api.Api;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The operations and fragments of a document: each on its own, then as they work together. */
final class Definitions {

    private final Api api;
    private final Problems problems;
    private final Meter meter;
    private final List<OperationDefinition> operations = new ArrayList<>();
    private final Map<String, FragmentDefinition> fragments = new LinkedHashMap<>();
    private final Map<String, Walk> walked = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    Definitions(Api api, Problems problems, Meter meter) {
        this.api = api;
        this.problems = problems;
        this.meter = meter;
    }

    void add(OperationDefinition operation) {
        operations.add(operation);
    }

    void add(FragmentDefinition fragment) {
        if (fragments.putIfAbsent(fragment.name(), fragment) != null) {
            problems.add("There are two fragments called " + fragment.name() + ".", fragment.position());
        }
    }

    void check() {
        names();
        Walk start = Walk.first(api, fragments, problems);
        fragments.values().forEach(fragment -> walked.put(fragment.name(), walk(fragment, start.next())));
        operations.forEach(operation -> check(operation, start.next()));
        for (FragmentDefinition fragment : fragments.values()) {
            if (!used.contains(fragment.name())) {
                problems.add("No operation uses the fragment " + fragment.name() + ".", fragment.position());
            }
        }
        cycles();
        if (problems.none()) {
            start.introspected().forEach(new IntrospectionDepth(fragments, meter)::check);
            new Overlaps(api, fragments, problems, meter).check(operations);
        }
    }

    private void cycles() {
        if (fragments.isEmpty()) {
            return;
        }
        FragmentSpreads.endless(walked, meter, name -> {
            FragmentDefinition fragment = fragments.get(name);
            if (fragment != null) {
                problems.add("The fragment " + name + " spreads itself.", fragment.position());
            }
        });
    }

    private void names() {
        var names = new HashSet<String>();
        for (OperationDefinition operation : operations) {
            if (operation.name() == null && operations.size() > 1) {
                problems.add("An operation among several needs a name.", operation.position());
            } else if (operation.name() != null && !names.add(operation.name())) {
                problems.add("There are two operations called " + operation.name() + ".", operation.position());
            }
        }
    }

    private Walk walk(FragmentDefinition fragment, Walk walk) {
        new Directives(walk).check(fragment.directives(), "FRAGMENT_DEFINITION");
        if (api.isComposite(fragment.typeCondition())) {
            new Selections(walk).check(fragment.selections(), fragment.typeCondition());
        } else {
            walk.wrong(fragment.position(), Selections.noComposite(fragment.typeCondition(), api));
        }
        return walk;
    }

    private void check(OperationDefinition operation, Walk walk) {
        new Directives(walk).check(operation.directives(), operation.type().name());
        String root = api.roots().get(operation.type());
        if (root == null) {
            walk.wrong(
                    operation.position(),
                    "The schema has no " + operation.type().keyword() + "s.");
        } else {
            new Selections(walk).check(operation.selections(), root);
        }
        Set<String> spread = FragmentSpreads.reachable(walk.spreads(), walked, meter);
        used.addAll(spread);
        List<Walk> reached =
                spread.stream().map(walked::get).filter(Objects::nonNull).toList();
        Variables.check(operation, walk, reached, meter);
        if (operation.type() == OperationType.SUBSCRIPTION) {
            SubscriptionRoot.check(operation, walk, meter);
            new Deferrals(walk).checkSubscription(operation, spread, meter);
        }
    }
}
