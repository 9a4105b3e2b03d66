package io.asyncflow.gateway.planner.execution;

import io.asyncflow.gateway.planner.plan.Lookup;
import io.asyncflow.gateway.planner.world.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One request for entities, with the objects that its answers are written into. */
final class EntityRequest {

    private final Map<Lookup, Map<Map<String, Object>, List<Map<String, Object>>>> objects = new LinkedHashMap<>();
    private final Map<String, Object> variables = new HashMap<>();

    EntityRequest(List<Lookup> lookups) {
        lookups.forEach(lookup -> objects.put(lookup, new LinkedHashMap<>()));
    }

    void add(Lookup lookup, Map<String, Object> contexts, List<Tree.Located> located) {
        variables.putAll(contexts);
        for (Tree.Located each : located) {
            Map<String, Object> representation = Representing.of(lookup, each.object());
            if (representation != null) {
                objects.get(lookup)
                        .computeIfAbsent(representation, _ -> new ArrayList<>())
                        .add(each.object());
            }
        }
    }

    boolean isEmpty() {
        return objects.values().stream().allMatch(Map::isEmpty);
    }

    Map<String, Object> variables() {
        Map<String, Object> all = new HashMap<>(variables);
        objects.forEach((lookup, representations) ->
                all.put(lookup.variable(), new ArrayList<Object>(representations.keySet())));
        return all;
    }

    void write(Map<String, Object> data) {
        objects.forEach(
                (lookup, representations) -> write(data.get(lookup.key()), List.copyOf(representations.values())));
    }

    @SuppressWarnings("unchecked")
    private static void write(Object found, List<List<Map<String, Object>>> objects) {
        if (!(found instanceof List<?> entities) || entities.size() != objects.size()) {
            throw new Violation("The lookup found " + found + " for " + objects.size() + " representations");
        }
        for (int i = 0; i < entities.size(); i++) {
            if (entities.get(i) instanceof Map<?, ?> fields) {
                objects.get(i).forEach(each -> Tree.merge(each, (Map<String, Object>) fields));
            }
        }
    }
}
