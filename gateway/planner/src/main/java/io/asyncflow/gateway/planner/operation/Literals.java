package io.asyncflow.gateway.planner.operation;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.NullValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.language.Value.VariableValue;
import io.asyncflow.gateway.language.VariableDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces literals by variables, so that operations which differ in nothing else share a plan. Equal literals of equal
 * types share a variable.
 */
final class Literals {

    private final Supergraph supergraph;
    private final List<VariableDefinition> declared;
    private final Map<Literal, VariableValue> lifted = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    Literals(Supergraph supergraph, List<VariableDefinition> declared) {
        this.supergraph = supergraph;
        this.declared = declared;
        declared.forEach(variable -> taken.add(variable.name()));
    }

    private record Literal(TypeRef type, Value value) {}

    List<Argument> lifted(Field definition, List<Argument> arguments) {
        List<Argument> replaced = new ArrayList<>(arguments.size());
        for (Argument argument : arguments) {
            Value value = lifted(argument.value(), type(definition, argument));
            replaced.add(new Argument(argument.name(), value, argument.position()));
        }
        return replaced;
    }

    /** Those of the client that are in use, then those for literals. */
    List<VariableDefinition> variables(Set<String> used) {
        List<VariableDefinition> variables = new ArrayList<>();
        for (VariableDefinition variable : declared) {
            if (used.contains(variable.name())) {
                variables.add(variable);
            }
        }
        lifted.forEach((literal, variable) ->
                variables.add(new VariableDefinition(variable.name(), literal.type(), null, List.of(), Position.NONE)));
        return variables;
    }

    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        lifted.forEach((literal, variable) -> values.put(variable.name(), literal.value()));
        return values;
    }

    private static TypeRef type(Field definition, Argument argument) {
        for (InputValueDefinition known : definition.arguments()) {
            if (known.name().equals(argument.name())) {
                return known.type();
            }
        }
        throw new IllegalStateException(definition.name() + " has no argument " + argument.name());
    }

    private Value lifted(Value value, TypeRef type) {
        if (UsedVariables.none(value)) {
            return lift(value, type);
        }
        return switch (value) {
            case ListValue(List<Value> values)
            when type.nullable() instanceof ListType(TypeRef of) ->
                new ListValue(values.stream().map(each -> lifted(each, of)).toList());
            case ObjectValue(Map<String, Value> fields) -> object(fields, type);
            default -> value;
        };
    }

    private Value object(Map<String, Value> fields, TypeRef type) {
        Map<String, Value> replaced = new LinkedHashMap<>(fields);
        if (supergraph.types().get(type.name()) instanceof InputType input) {
            replaced.replaceAll((name, value) -> {
                InputField field = input.fields().get(name);
                return field == null ? value : lifted(value, field.type());
            });
        }
        return new ObjectValue(replaced);
    }

    private Value lift(Value value, TypeRef type) {
        return lifted.computeIfAbsent(new Literal(type, listed(value, type)), _ -> new VariableValue(name()));
    }

    /** A single value stands for a list of one. */
    private static Value listed(Value value, TypeRef type) {
        boolean single = !(value instanceof ListValue || value instanceof NullValue);
        return single && type.nullable() instanceof ListType(TypeRef of)
                ? new ListValue(List.of(listed(value, of)))
                : value;
    }

    private String name() {
        int number = lifted.size();
        while (!taken.add("_" + number)) {
            number++;
        }
        return "_" + number;
    }
}
