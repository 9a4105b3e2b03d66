package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.language.Argument;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments as values that are equal where they mean the same: defaults filled in, single items wrapped, nulls gone. */
final class Inputs {

    private final Map<String, Type> types;

    Inputs(Map<String, Type> types) {
        this.types = types;
    }

    /** The value of the argument, or null where it has none. */
    @Nullable
    Object argument(
            String name,
            TypeRef type,
            @Nullable Value byDefault,
            List<Argument> arguments,
            Map<String, Object> variables) {
        for (Argument argument : arguments) {
            if (argument.name().equals(name) && isGiven(argument.value(), variables)) {
                return coerce(type, plain(argument.value(), variables));
            }
        }
        return byDefault == null ? null : coerce(type, plain(byDefault, Map.of()));
    }

    private static boolean isGiven(Value value, Map<String, Object> variables) {
        return !(value instanceof Value.VariableValue(String name)) || variables.containsKey(name);
    }

    /** A literal as JSON would have it. */
    static @Nullable Object plain(Value value, Map<String, Object> variables) {
        return switch (value) {
            case Value.VariableValue(String name) -> variables.get(name);
            case Value.IntValue(String text) -> Integer.valueOf(text);
            case Value.FloatValue(String text) -> Double.valueOf(text);
            case Value.StringValue(String text) -> text;
            case Value.BooleanValue(boolean truth) -> truth;
            case Value.NullValue() -> null;
            case Value.EnumValue(String name) -> name;
            case Value.ListValue(List<Value> values) -> {
                List<Object> items = new ArrayList<>();
                values.forEach(item -> items.add(plain(item, variables)));
                yield items;
            }
            case Value.ObjectValue(Map<String, Value> fields) -> {
                Map<String, Object> plain = new LinkedHashMap<>();
                fields.forEach((name, field) -> {
                    if (isGiven(field, variables)) {
                        plain.put(name, plain(field, variables));
                    }
                });
                yield plain;
            }
        };
    }

    private @Nullable Object coerce(TypeRef type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (type.nullable() instanceof ListType(TypeRef of)) {
            List<Object> items = new ArrayList<>();
            (value instanceof List<?> values ? values : List.of(value)).forEach(item -> items.add(coerce(of, item)));
            return items;
        }
        if (value instanceof Map<?, ?> fields && types.get(type.name()) instanceof InputType input) {
            return object(input, fields);
        }
        return switch (type.name()) {
            case "ID" -> value.toString();
            case "Float" -> value instanceof Number number ? (Object) number.doubleValue() : value;
            default -> value;
        };
    }

    private Map<String, Object> object(InputType type, Map<?, ?> fields) {
        Map<String, Object> coerced = new LinkedHashMap<>();
        for (InputType.InputField field : type.fields().values()) {
            Object value = fields.containsKey(field.name())
                    ? fields.get(field.name())
                    : field.defaultValue() == null ? null : plain(field.defaultValue(), Map.of());
            if (value != null) {
                coerced.put(field.name(), coerce(field.type(), value));
            }
        }
        return coerced;
    }
}
