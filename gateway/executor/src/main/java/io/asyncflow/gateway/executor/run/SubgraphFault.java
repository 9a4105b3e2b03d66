package io.asyncflow.gateway.executor.run;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonValues;
import io.asyncflow.gateway.executor.projection.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that a subgraph reports.
 *
 * @param path strings, and integers for positions; empty where it tells none
 */
record SubgraphFault(Fault fault, List<Object> path) {

    private static final String CODE = "SUBGRAPH_ERROR";

    /** What stands under {@code errors} in a subgraph's answer, as far as it is what the specification says. */
    static List<SubgraphFault> read(Json errors, String subgraph, boolean isShown) {
        List<SubgraphFault> faults = new ArrayList<>();
        if (JsonValues.read(errors) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> error) {
                    Fault told = isShown ? told(error, subgraph) : hidden(subgraph);
                    faults.add(new SubgraphFault(told, path(error.get("path"))));
                }
            }
        }
        return faults;
    }

    /** All that clients learn of errors that are not theirs to read. */
    private static Fault hidden(String subgraph) {
        return Fault.of("The subgraph " + subgraph + " failed", CODE, subgraph);
    }

    private static Fault told(Map<?, ?> error, String subgraph) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.get("extensions") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> extensions.put((String) name, value));
        }
        extensions.putIfAbsent("code", CODE);
        extensions.put("subgraph", subgraph);
        String message = error.get("message") instanceof String text ? text : "The subgraph reports an error";
        return new Fault(message, JsonValues.write(extensions));
    }

    private static List<Object> path(@Nullable Object given) {
        List<Object> path = new ArrayList<>();
        if (given instanceof List<?> items) {
            for (Object item : items) {
                path.add(item instanceof Number position ? (Object) position.intValue() : String.valueOf(item));
            }
        }
        return path;
    }
}
