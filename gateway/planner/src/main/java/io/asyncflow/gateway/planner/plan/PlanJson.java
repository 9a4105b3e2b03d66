package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.operation.Condition;
import io.asyncflow.gateway.planner.operation.SelectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Plans as maps, lists, text, numbers and booleans, in a form that programs may rely on: all there is to know of a plan.
 * What may be absent is left out.
 */
public final class PlanJson {

    private PlanJson() {}

    public static Map<String, Object> of(Plan plan) {
        var json = new LinkedHashMap<String, Object>();
        json.put("type", plan.type().keyword());
        json.put("fetches", plan.fetches().stream().map(PlanJson::fetch).toList());
        json.put(
                "introspection",
                plan.introspection().stream()
                        .map(field -> new SelectionSet(plan.type().rootName(), List.of(field)).toString())
                        .toList());
        json.put("shape", ShapeJson.of(plan.shape()));
        json.put("deferred", plan.deferred().stream().map(PlanJson::deferred).toList());
        var work = new LinkedHashMap<String, Object>();
        work.put("steps", plan.work().steps());
        work.put("greedy", plan.work().greedy());
        json.put("work", work);
        return json;
    }

    private static Map<String, Object> fetch(Fetch fetch) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", fetch.id());
        json.put("kind", fetch.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        json.put("subgraph", fetch.graph().name());
        json.put("parents", fetch.parents());
        json.put("conditions", conditions(fetch.conditions()));
        json.put("deferral", fetch.deferral());
        switch (fetch) {
            case Fetch.Root root -> json.put("path", path(root.path()));
            case Fetch.Subscription _ -> {}
            case Fetch.Entities entities ->
                json.put(
                        "lookups",
                        entities.lookups().stream().map(LookupJson::of).toList());
        }
        json.put("document", fetch.request().document());
        json.put("variables", fetch.request().variables());
        return json;
    }

    private static Map<String, Object> deferred(Deferred deferred) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", deferred.id());
        json.put("parent", deferred.parent());
        json.put("within", deferred.within());
        if (deferred.label() != null) {
            json.put("label", deferred.label());
        }
        json.put("path", path(deferred.path()));
        json.put("shape", ShapeJson.of(deferred.shape()));
        return json;
    }

    static List<Map<String, Object>> conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> {
                    var json = new LinkedHashMap<String, Object>();
                    json.put("variable", condition.variable());
                    json.put("expected", condition.expected());
                    return (Map<String, Object>) json;
                })
                .toList();
    }

    static List<Map<String, Object>> path(Path path) {
        return path.segments().stream().map(PlanJson::segment).toList();
    }

    private static Map<String, Object> segment(Path.Segment segment) {
        var json = new LinkedHashMap<String, Object>();
        json.put("types", segment.types());
        json.put("key", segment.key());
        json.put("lists", segment.lists());
        return json;
    }
}
