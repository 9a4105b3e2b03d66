package io.asyncflow.gateway.planner.fetch;

import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.planner.fetch.LookupDraft.ContextDraft;
import io.asyncflow.gateway.planner.fetch.LookupDraft.InputDraft;
import io.asyncflow.gateway.planner.graph.Move;
import io.asyncflow.gateway.planner.graph.StateGraph;
import io.asyncflow.gateway.planner.operation.FieldSelections;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the values of {@code @fromContext} arguments from the nearest place above that sets the context. */
final class ContextValues {

    private final StateGraph graph;
    private final Supplies supplies;
    private int count;

    ContextValues(StateGraph graph, Supplies supplies) {
        this.graph = graph;
        this.supplies = supplies;
    }

    /** Null where a context is not set, or not before the target. */
    @Nullable
    List<ContextDraft> of(Move move, Place place, FetchDraft target) {
        List<ContextDraft> drafts = new ArrayList<>();
        for (ContextArgument argument : move.contextArguments()) {
            ContextDraft draft = of(argument, place, target);
            if (draft == null) {
                return null;
            }
            drafts.add(draft);
        }
        target.lookups().getFirst().contexts().addAll(drafts);
        return drafts;
    }

    private @Nullable ContextDraft of(ContextArgument argument, Place place, FetchDraft target) {
        for (Place above = place.parent(); above != null; above = above.parent()) {
            List<String> types = above.types().stream()
                    .filter(type -> graph.contexts().isSetBy(type, argument.context()))
                    .toList();
            if (!types.isEmpty()) {
                return of(argument, above, types, target);
            }
        }
        return null;
    }

    private @Nullable ContextDraft of(ContextArgument argument, Place above, List<String> types, FetchDraft target) {
        Map<String, List<Slot>> values = new LinkedHashMap<>();
        for (String type : types) {
            SelectionSet selections =
                    FieldSelections.of(graph.joins()).on(type, Parser.selections(argument.selection()));
            List<InputDraft> inputs = supplies.of(selections, above, type, target);
            if (inputs == null || inputs.isEmpty()) {
                return null;
            }
            values.put(type, way(inputs.getFirst()));
        }
        count++;
        return new ContextDraft("_context_" + count, argument, above, values);
    }

    private static List<Slot> way(InputDraft input) {
        List<Slot> way = new ArrayList<>();
        InputDraft next = input;
        while (true) {
            way.add(next.slot());
            if (next.inputs().isEmpty()) {
                return way;
            }
            next = next.inputs().getLast();
        }
    }
}
