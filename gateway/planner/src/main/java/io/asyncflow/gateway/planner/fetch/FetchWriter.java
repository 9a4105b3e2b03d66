package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.fetch.LookupDraft.InputDraft;
import io.asyncflow.gateway.planner.fetch.LookupDraft.RepresentationDraft;
import io.asyncflow.gateway.planner.operation.Operation;
import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.plan.Lookup.ContextValue;
import io.asyncflow.gateway.planner.plan.Lookup.Input;
import io.asyncflow.gateway.planner.plan.Lookup.Representation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Numbers the fetches, parents first, and writes them down. */
final class FetchWriter {

    private final Operation operation;
    private final RequestWriter requests;
    private final List<FetchDraft> drafts;
    private final Map<FetchDraft, Integer> ids = new IdentityHashMap<>();

    FetchWriter(Operation operation, List<FetchDraft> drafts) {
        this.operation = operation;
        this.requests = new RequestWriter(operation);
        this.drafts = drafts;
    }

    List<Fetch> write() {
        Map<FetchDraft, Integer> depths = Depths.of(drafts);
        List<FetchDraft> ordered = new ArrayList<>(drafts);
        ordered.sort((one, other) -> Integer.compare(depths.getOrDefault(one, 0), depths.getOrDefault(other, 0)));
        ordered.forEach(draft -> ids.put(draft, ids.size()));
        return ordered.stream().map(this::write).toList();
    }

    private Fetch write(FetchDraft draft) {
        int id = id(draft);
        List<Integer> parents = draft.parents().stream().map(this::id).sorted().toList();
        if (!draft.lookups().isEmpty()) {
            return entities(draft, id, parents);
        }
        boolean isFirst = draft.place().parent() == null;
        OperationType type = isFirst ? operation.type() : OperationType.QUERY;
        return type == OperationType.SUBSCRIPTION
                ? new Fetch.Subscription(id, draft.graph(), requests.root(draft, id, type))
                : new Fetch.Root(
                        id,
                        draft.graph(),
                        parents,
                        draft.conditions(),
                        draft.deferral(),
                        draft.place().path(),
                        requests.root(draft, id, type));
    }

    private int id(FetchDraft draft) {
        return Objects.requireNonNull(ids.get(draft));
    }

    private Fetch entities(FetchDraft draft, int id, List<Integer> parents) {
        boolean isBatch = draft.lookups().size() > 1;
        List<String> keys = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        List<Lookup> lookups = new ArrayList<>();
        for (LookupDraft lookup : draft.lookups()) {
            int index = keys.size();
            keys.add(isBatch ? "_" + index : "_entities");
            variables.add(free(isBatch ? "representations_" + index : "representations"));
            lookups.add(new Lookup(
                    keys.getLast(),
                    variables.getLast(),
                    lookup.place().path(),
                    representations(lookup),
                    lookup.contexts().stream()
                            .flatMap(context -> contexts(context).stream())
                            .toList()));
        }
        return new Fetch.Entities(
                id,
                draft.graph(),
                parents,
                draft.conditions(),
                draft.deferral(),
                lookups,
                requests.entities(draft, id, keys, variables));
    }

    private String free(String name) {
        boolean isTaken = operation.variables().stream()
                .anyMatch(variable -> variable.name().equals(name));
        return isTaken ? free("_" + name) : name;
    }

    private static List<Representation> representations(LookupDraft lookup) {
        List<Representation> written = new ArrayList<>();
        List<String> types = lookup.place().types();
        boolean several = lookup.place().hasSeveralTypes();
        for (Map.Entry<String, RepresentationDraft> entry :
                lookup.representations().entrySet()) {
            written.add(new Representation(
                    several && types.contains(entry.getKey()) ? List.of(entry.getKey()) : List.of(),
                    entry.getValue().typename(),
                    inputs(entry.getValue().inputs())));
        }
        return written;
    }

    private static List<Input> inputs(List<InputDraft> drafts) {
        return drafts.stream()
                .map(draft -> new Input(
                        draft.slot().name(),
                        draft.slot().key(),
                        draft.slot().types() == null ? List.of() : draft.slot().types(),
                        inputs(draft.inputs())))
                .toList();
    }

    private static List<ContextValue> contexts(ContextDraft context) {
        int depth = context.ancestor().depth();
        boolean several = context.values().size() > 1 || context.ancestor().hasSeveralTypes();
        List<ContextValue> values = new ArrayList<>();
        context.values()
                .forEach((type, way) -> values.add(new ContextValue(
                        context.variable(),
                        depth,
                        several ? List.of(type) : List.of(),
                        way.stream().map(Slot::key).toList())));
        return values;
    }
}
