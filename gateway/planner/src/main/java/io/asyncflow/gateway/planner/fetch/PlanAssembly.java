package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.operation.Selected;
import io.asyncflow.gateway.planner.operation.Selected.Field;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.planner.plan.Plan;
import io.asyncflow.gateway.planner.plan.PlanningException;
import io.asyncflow.gateway.planner.plan.Shape;
import io.asyncflow.gateway.planner.plan.Work;
import io.asyncflow.gateway.planner.search.Choice;
import io.asyncflow.gateway.planner.search.Search;
import java.util.ArrayList;
import java.util.List;

/** Puts the plan of one operation together. */
public final class PlanAssembly {

    private static final List<Rewrite> REWRITES = List.of(
            new DropEmptyFetches(),
            new JoinVisits(),
            new BatchLookups(),
            new ReduceParents(),
            new LiftConditions(),
            new AliasConflicts());

    private final Operation operation;
    private final Search search;
    private final Fetches fetches;
    private final Place root;
    private final Assembly assembly;
    private final List<Field> introspection = new ArrayList<>();

    public PlanAssembly(Operation operation, Search search, Decisions decisions) {
        this.operation = operation;
        this.search = search;
        this.fetches = new Fetches(search.budget());
        this.root = new Place(null, null, KeySpace.of(operation.selections()));
        this.assembly = new Assembly(search, fetches, decisions);
    }

    public Plan plan() {
        root.setTypes(List.of(operation.selections().type()));
        List<EntryDraft> entries = operation.type() == OperationType.MUTATION ? serial() : parallel();
        List<FetchDraft> all = fetches.all();
        REWRITES.forEach(rewrite -> rewrite.apply(all));
        if (all.isEmpty()
                && entries.stream().anyMatch(entry -> !entry.field().name().startsWith("__"))) {
            throw new PlanningException("NO_PLAN", "No subgraph can be asked for what is selected.");
        }
        Shapes shapes = new Shapes(search.graph().joins().supergraph());
        Shape shape = shapes.of(root, entries, 0);
        return new Plan(
                operation.type(),
                new FetchWriter(operation, all).write(),
                introspection,
                shape,
                operation.order(),
                shapes.deferred(),
                new Work(search.budget().spent(), search.budget().isGreedy()));
    }

    private List<EntryDraft> parallel() {
        List<Selected> asked = new ArrayList<>();
        List<EntryDraft> own = new ArrayList<>();
        for (Selected selected : operation.selections().selections()) {
            if (selected instanceof Field field && field.name().startsWith("__")) {
                own.add(own(field));
            } else {
                asked.add(selected);
            }
        }
        if (asked.isEmpty()) {
            return own;
        }
        List<EntryDraft> answered = answer(
                own.isEmpty()
                        ? operation.selections()
                        : new SelectionSet(operation.selections().type(), asked));
        return own.isEmpty() ? answered : Assembly.inOrder(operation.selections(), own, answered);
    }

    private List<EntryDraft> answer(SelectionSet selections) {
        Choice choice = search.atRoot(selections);
        return assembly.answer(selections, choice, root, List.of(), 0);
    }

    /** What the gateway answers itself. */
    private EntryDraft own(Field field) {
        if (!field.name().equals("__typename")) {
            introspection.add(field);
        }
        String key = field.name().equals("__typename") ? field.name() : field.key();
        return new EntryDraft(field, root.add(field, key, null), null);
    }

    /** One field after the other; those that follow each other in one subgraph go in one request. */
    private List<EntryDraft> serial() {
        List<EntryDraft> entries = new ArrayList<>();
        FetchDraft last = null;
        for (Selected selected : operation.selections().selections()) {
            if (selected instanceof Field field && field.name().startsWith("__")) {
                entries.add(own(field));
                continue;
            }
            SelectionSet one = new SelectionSet(operation.selections().type(), List.of(selected));
            Choice choice = search.atRoot(one);
            String graph = choice.picks()
                    .getFirst()
                    .sources()
                    .getFirst()
                    .move()
                    .from()
                    .graph()
                    .id();
            if (last == null || !last.graph().id().equals(graph)) {
                root.visits().clear();
                fetches.startNext();
            }
            entries.addAll(assembly.answer(one, choice, root, List.of(), 0));
            last = root.visits().getLast().fetch();
        }
        return entries;
    }
}
