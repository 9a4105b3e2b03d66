package io.asyncflow.gateway.cli.explanation;

import io.asyncflow.gateway.language.Selection;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.State;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.supergraph.Graph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out, for each fetch of a plan, what it is for and why the fetches before it could not give that. */
final class Reasons {

    private final Plan plan;
    private final StateGraph graph;

    private Reasons(Plan plan, StateGraph graph) {
        this.plan = plan;
        this.graph = graph;
    }

    static List<Reason> of(Plan plan, StateGraph graph) {
        var reasons = new Reasons(plan, graph);
        return plan.fetches().stream().map(reasons::reason).toList();
    }

    private Reason reason(Fetch fetch) {
        Map<String, Set<String>> given = given(fetch);
        List<String> gives = new ArrayList<>();
        given.forEach((type, fields) -> gives.add(type + " { " + String.join(" ", fields) + " }"));
        return new Reason(fetch.id(), fetch.graph().name(), gives, needs(fetch, given), feeds(fetch));
    }

    /** The fields right below the root or the entities, by type. */
    private Map<String, Set<String>> given(Fetch fetch) {
        Map<String, Set<String>> given = new LinkedHashMap<>();
        List<Selection> selections = fetch.request().operation().selections();
        switch (fetch) {
            case Fetch.Root _, Fetch.Subscription _ -> {
                String root = graph.joins()
                        .supergraph()
                        .roots()
                        .get(fetch.request().operation().type());
                collect(selections, String.valueOf(root), given);
            }
            case Fetch.Entities _ ->
                selections.forEach(lookup -> {
                    if (lookup instanceof Selection.Field entities) {
                        collect(entities.selections(), "_Entity", given);
                    }
                });
        }
        return given;
    }

    private static void collect(List<Selection> selections, String type, Map<String, Set<String>> into) {
        for (Selection selection : selections) {
            switch (selection) {
                case Selection.Field field -> {
                    if (!field.name().equals("__typename")) {
                        into.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(field.name());
                    }
                }
                case Selection.InlineFragment fragment ->
                    collect(
                            fragment.selections(),
                            fragment.typeCondition() == null ? type : fragment.typeCondition(),
                            into);
                case Selection.FragmentSpread _ -> {}
            }
        }
    }

    private List<String> needs(Fetch fetch, Map<String, Set<String>> given) {
        List<String> needs = new ArrayList<>();
        if (fetch.deferral() != 0) {
            needs.add("part " + fetch.deferral() + " may come later");
        }
        if (fetch instanceof Fetch.Entities) {
            given.forEach((type, fields) -> {
                for (int parent : fetch.parents()) {
                    lacks(type, fields, plan.fetches().get(parent).graph(), needs);
                }
                fields.forEach(field -> requirements(type, field, fetch.graph(), needs));
            });
        }
        return needs.stream().distinct().toList();
    }

    private void lacks(String type, Set<String> fields, Graph before, List<String> needs) {
        List<String> unknown = new ArrayList<>();
        List<String> external = new ArrayList<>();
        for (String field : fields) {
            Move move = move(type, field, before);
            if (move == null) {
                unknown.add(field);
            } else if (move.external()) {
                external.add(field);
            }
        }
        if (!unknown.isEmpty()) {
            needs.add(before.name() + " has no " + type + " { " + String.join(" ", unknown) + " }");
        }
        if (!external.isEmpty()) {
            needs.add(before.name() + " only names " + type + " { " + String.join(" ", external) + " }");
        }
    }

    private void requirements(String type, String field, Graph there, List<String> needs) {
        Move move = move(type, field, there);
        if (move != null && move.requires() != null) {
            needs.add(field + " requires { " + move.requires() + " }");
        }
        if (move != null) {
            move.contextArguments()
                    .forEach(argument -> needs.add(field + " takes " + argument.name() + " from a context"));
        }
    }

    private @Nullable Move move(String type, String field, Graph in) {
        for (State state : graph.states(type)) {
            if (state.graph().equals(in)) {
                return state.move(field);
            }
        }
        return null;
    }

    private List<Integer> feeds(Fetch fetch) {
        return plan.fetches().stream()
                .filter(later -> later.parents().contains(fetch.id()))
                .map(Fetch::id)
                .toList();
    }
}
