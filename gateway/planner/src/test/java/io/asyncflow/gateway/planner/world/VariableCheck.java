package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.VariableDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the arguments and variables of a request are valid for a subgraph. */
final class VariableCheck {

    private final SubgraphTypes types;
    private final Map<String, VariableDefinition> declared = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    VariableCheck(SubgraphTypes types, OperationDefinition operation) {
        this.types = types;
        for (VariableDefinition variable : operation.variables()) {
            require(declared.put(variable.name(), variable) == null, "$" + variable.name() + " is declared twice");
            String type = variable.type().name();
            boolean known =
                    Set.of("Int", "Float", "String", "Boolean", "ID", "_Any").contains(type)
                            || (types.types().containsKey(type) && !types.isComposite(type));
            require(known, "$" + variable.name() + " is of the unknown type " + type);
        }
    }

    void checkAllUsed() {
        declared.keySet().forEach(name -> require(used.contains(name), "$" + name + " is not used"));
    }

    void arguments(List<Argument> given, List<InputValueDefinition> definitions, String where) {
        Map<String, InputValueDefinition> known = new LinkedHashMap<>();
        definitions.forEach(each -> known.put(each.name(), each));
        Set<String> seen = new HashSet<>();
        for (Argument argument : given) {
            InputValueDefinition definition = known.get(argument.name());
            require(definition != null, where + " has no argument " + argument.name());
            require(seen.add(argument.name()), where + " has the argument " + argument.name() + " twice");
            value(argument.value(), definition.type(), definition.defaultValue(), where + "." + argument.name());
        }
        for (InputValueDefinition definition : definitions) {
            boolean needed = definition.type().isNonNull() && definition.defaultValue() == null;
            require(!needed || seen.contains(definition.name()), where + " needs its argument " + definition.name());
        }
    }

    void value(Value value, TypeRef type, @Nullable Value byDefault, String where) {
        switch (value) {
            case Value.VariableValue(String name) -> variable(name, type, byDefault, where);
            case Value.NullValue() -> require(!type.isNonNull(), where + " cannot be null");
            case Value.ListValue(List<Value> items) -> {
                if (type.nullable() instanceof ListType(TypeRef of)) {
                    items.forEach(item -> value(item, of, null, where));
                } else {
                    require(isCustom(type.name()), where + " is no list");
                }
            }
            case Value.ObjectValue(Map<String, Value> fields) -> {
                if (types.types().get(type.name()) instanceof InputDefinition input) {
                    List<Argument> arguments = fields.entrySet().stream()
                            .map(field -> new Argument(field.getKey(), field.getValue(), input.position()))
                            .toList();
                    arguments(arguments, input.fields(), where);
                } else {
                    require(isCustom(type.name()), where + " is no object");
                }
            }
            case Value.EnumValue(String name) ->
                require(
                        types.types().get(type.name()) instanceof EnumDefinition named
                                && named.values().stream()
                                        .anyMatch(each -> each.name().equals(name)),
                        where + " has no value " + name);
            case Value.IntValue _, Value.FloatValue _, Value.StringValue _, Value.BooleanValue _ ->
                require(!(types.types().get(type.name()) instanceof EnumDefinition), where + " is an enum");
        }
    }

    private boolean isCustom(String type) {
        return types.types().containsKey(type)
                && !types.isComposite(type)
                && !(types.types().get(type) instanceof InputDefinition)
                && !(types.types().get(type) instanceof EnumDefinition);
    }

    private void variable(String name, TypeRef type, @Nullable Value byDefault, String where) {
        VariableDefinition definition = declared.get(name);
        require(definition != null, "$" + name + " is not declared");
        used.add(name);
        boolean hasDefault = byDefault != null
                || (definition.defaultValue() != null && !(definition.defaultValue() instanceof Value.NullValue));
        TypeRef expected = type.isNonNull() && !definition.type().isNonNull() && hasDefault ? type.nullable() : type;
        require(
                fits(definition.type(), expected),
                "$" + name + " is " + definition.type() + ", but " + where + " needs " + type);
    }

    private static boolean fits(TypeRef given, TypeRef expected) {
        if (expected instanceof NonNullType(TypeRef of)) {
            return given instanceof NonNullType(TypeRef inner) && fits(inner, of);
        }
        TypeRef nullable = given.nullable();
        if (expected instanceof ListType(TypeRef of)) {
            return nullable instanceof ListType(TypeRef inner) && fits(inner, of);
        }
        return nullable.equals(expected);
    }

    private void require(boolean holds, String fault) {
        if (!holds) {
            throw new Violation("The request is not valid for " + types.name() + ": " + fault);
        }
    }
}
