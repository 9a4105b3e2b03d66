package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.planner.plan.Fetch;
import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The requests that an entity fetch makes: one, or several where objects take different values from their contexts. */
final class EntityRequests {

    private EntityRequests() {}

    static List<EntityRequest> of(Fetch.Entities fetch, Tree tree, Map<String, Object> variables) {
        List<EntityRequest> requests = new ArrayList<>();
        for (Lookup lookup : fetch.lookups()) {
            int number = 0;
            for (Map.Entry<Map<String, Object>, List<Tree.Located>> group :
                    byContext(lookup, tree).entrySet()) {
                if (number == requests.size()) {
                    requests.add(new EntityRequest(fetch.lookups()));
                }
                requests.get(number++).add(lookup, group.getKey(), group.getValue());
            }
        }
        requests.removeIf(EntityRequest::isEmpty);
        return requests;
    }

    private static Map<Map<String, Object>, List<Tree.Located>> byContext(Lookup lookup, Tree tree) {
        Map<Map<String, Object>, List<Tree.Located>> groups = new LinkedHashMap<>();
        for (Tree.Located located : tree.at(lookup.path())) {
            groups.computeIfAbsent(contexts(lookup, located), _ -> new ArrayList<>())
                    .add(located);
        }
        return groups;
    }

    private static Map<String, Object> contexts(Lookup lookup, Tree.Located located) {
        Map<String, Object> values = new HashMap<>();
        for (Lookup.ContextValue context : lookup.contexts()) {
            Map<String, Object> ancestor = located.chain().get(context.depth());
            if (!values.containsKey(context.variable()) && Tree.isAmong(context.types(), ancestor)) {
                values.put(context.variable(), value(ancestor, context.value()));
            }
        }
        return values;
    }

    private static @Nullable Object value(Map<String, Object> ancestor, List<String> way) {
        Object at = ancestor;
        for (String key : way) {
            if (!(at instanceof Map<?, ?> object) || !object.containsKey(key)) {
                throw new Violation("A context's value is not in the tree: " + way + " of " + ancestor);
            }
            at = object.get(key);
        }
        return at;
    }
}
