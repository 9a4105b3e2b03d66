package io.asyncflow.gateway.planner.plan;

import io.asyncflow.gateway.planner.plan.Shape.Entry;
import java.util.LinkedHashMap;
import java.util.Map;

/** The shape of the answer in the JSON form of plans. */
final class ShapeJson {

    private ShapeJson() {}

    static Map<String, Object> of(Shape shape) {
        var json = new LinkedHashMap<String, Object>();
        if (shape.type() != null) {
            json.put("type", shape.type());
        }
        if (shape.typename() != null) {
            json.put("typename", shape.typename());
        }
        json.put("entries", shape.entries().stream().map(ShapeJson::entry).toList());
        return json;
    }

    private static Map<String, Object> entry(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", entry.key());
        json.put("from", entry.from());
        json.put("types", entry.types());
        json.put("conditions", PlanJson.conditions(entry.conditions()));
        json.put("type", entry.type().toString());
        if (entry.shape() != null) {
            json.put("shape", of(entry.shape()));
        }
        return json;
    }
}
