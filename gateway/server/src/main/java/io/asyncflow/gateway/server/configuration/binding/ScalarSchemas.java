package io.asyncflow.gateway.server.configuration.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON schemas of single values. */
final class ScalarSchemas {

    /** A variable of the environment may stand wherever a value may. */
    private static final String VARIABLE = "\\$\\{env\\.";

    private static final String DURATION = "^(\\s*\\d+\\s*(d|h|m|s|ms|us|ns))+$";
    private static final String SIZE = "^\\d+\\s*([KMGTkmgt]?[iI]?[bB])?$";

    private ScalarSchemas() {}

    static Map<String, Object> of(Scalar scalar) {
        return switch (scalar) {
            case FLAG -> orVariable("boolean");
            case INTEGER, LONG -> orVariable("integer");
            case DECIMAL -> orVariable("number");
            case TEXT -> type(List.of("string", "number", "boolean"));
            case DURATION -> pattern("string", DURATION);
            case SIZE -> pattern(List.of("string", "integer"), SIZE);
        };
    }

    private static Map<String, Object> orVariable(String type) {
        return Map.of("anyOf", List.of(type(type), pattern("string", VARIABLE)));
    }

    private static Map<String, Object> type(Object type) {
        return Map.of("type", type);
    }

    /** A pattern binds strings only; other types that are allowed pass it. */
    private static Map<String, Object> pattern(Object type, String pattern) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", type);
        schema.put("pattern", pattern.equals(VARIABLE) ? VARIABLE : pattern + "|" + VARIABLE);
        return schema;
    }
}
