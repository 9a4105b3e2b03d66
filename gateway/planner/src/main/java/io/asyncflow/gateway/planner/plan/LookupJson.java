package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.plan.Lookup.ContextValue;
import io.asyncflow.gateway.planner.plan.Lookup.Input;
import io.asyncflow.gateway.planner.plan.Lookup.Representation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lookups in the JSON form of plans. */
final class LookupJson {

    private LookupJson() {}

    static Map<String, Object> of(Lookup lookup) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", lookup.key());
        json.put("variable", lookup.variable());
        json.put("path", PlanJson.path(lookup.path()));
        json.put(
                "representations",
                lookup.representations().stream()
                        .map(LookupJson::representation)
                        .toList());
        json.put("contexts", lookup.contexts().stream().map(LookupJson::context).toList());
        return json;
    }

    private static Map<String, Object> representation(Representation representation) {
        var json = new LinkedHashMap<String, Object>();
        json.put("types", representation.types());
        json.put("typename", representation.typename());
        json.put("inputs", inputs(representation.inputs()));
        return json;
    }

    private static List<Map<String, Object>> inputs(List<Input> inputs) {
        return inputs.stream().map(LookupJson::input).toList();
    }

    private static Map<String, Object> input(Input input) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", input.name());
        json.put("from", input.from());
        json.put("types", input.types());
        json.put("inputs", inputs(input.inputs()));
        return json;
    }

    private static Map<String, Object> context(ContextValue context) {
        var json = new LinkedHashMap<String, Object>();
        json.put("variable", context.variable());
        json.put("depth", context.depth());
        json.put("types", context.types());
        json.put("value", context.value());
        return json;
    }
}
