package io.asyncflow.gateway.planner.oracle;

import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.VariableDefinition;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values for an operation's variables: Booleans in all combinations, others some that fit. */
final class VariableValues {

    private static final int MOST_COMBINATIONS = 8;

    private final Supergraph supergraph;

    VariableValues(Supergraph supergraph) {
        this.supergraph = supergraph;
    }

    List<Map<String, Object>> of(OperationDefinition operation) {
        List<VariableDefinition> booleans = operation.variables().stream()
                .filter(variable -> variable.type().nullable().equals(TypeRef.named("Boolean")))
                .toList();
        List<Map<String, Object>> all = new ArrayList<>();
        for (int bits = 0; bits < Math.min(MOST_COMBINATIONS, 1 << booleans.size()); bits++) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (VariableDefinition variable : operation.variables()) {
                int bit = booleans.indexOf(variable);
                if (bit >= 0) {
                    values.put(variable.name(), (bits >> bit & 1) == 1);
                } else if (bits % 2 == 0 || (variable.type().isNonNull() && variable.defaultValue() == null)) {
                    values.put(variable.name(), value(variable.type(), variable.name()));
                }
            }
            all.add(values);
        }
        return all;
    }

    private Object value(TypeRef type, String name) {
        if (type.nullable() instanceof ListType(TypeRef of)) {
            return List.of(value(of, name));
        }
        return switch (supergraph.types().get(type.name())) {
            case EnumType named -> named.values().keySet().iterator().next();
            case InputType input -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                input.fields().values().stream()
                        .filter(field -> field.type().isNonNull() && field.defaultValue() == null)
                        .forEach(field -> fields.put(field.name(), value(field.type(), field.name())));
                yield fields;
            }
            case null, default ->
                switch (type.name()) {
                    case "Int" -> 7;
                    case "Float" -> 7.5;
                    case "Boolean" -> true;
                    default -> name;
                };
        };
    }
}
