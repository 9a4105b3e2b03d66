package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.composition.subgraph.link.BuiltIn;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.TypeRef.NamedType;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.BooleanValue;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.FloatValue;
import io.asyncflow.gateway.language.Value.IntValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.NullValue;
import io.asyncflow.gateway.language.Value.ObjectValue;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.language.Value.VariableValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a literal fits a type. Federation takes it more lightly than GraphQL: names of enum values may stand in quotes,
 * whole floats for integers, and fields of input objects may be left out.
 */
public final class Values {

    private final Draft draft;

    public Values(Draft draft) {
        this.draft = draft;
    }

    public boolean fits(Value value, TypeRef type) {
        return switch (type) {
            case NonNullType(TypeRef of) -> !(value instanceof NullValue) && fits(value, of);
            case ListType(TypeRef of) -> fitsList(value, of);
            case NamedType(String name) -> value instanceof NullValue || fitsNamed(value, name);
        };
    }

    /** A value that fits the type, written as GraphQL would have it. */
    public Value meant(Value value, TypeRef type) {
        return switch (type) {
            case NonNullType(TypeRef of) -> meant(value, of);
            case ListType(TypeRef of) ->
                value instanceof ListValue(List<Value> items)
                        ? new ListValue(
                                items.stream().map(item -> meant(item, of)).toList())
                        : meant(value, of);
            case NamedType(String name) -> meantNamed(value, name);
        };
    }

    private Value meantNamed(Value value, String type) {
        return switch (value) {
            case EnumValue(String name) when type.equals("String") || type.equals("ID") -> new StringValue(name);
            case StringValue(String name) when draft.type(type) instanceof EnumDefinition -> new EnumValue(name);
            case FloatValue(String number)
            when type.equals("Int") || type.equals("ID") ->
                new IntValue(new BigDecimal(number).toBigInteger().toString());
            case ObjectValue(Map<String, Value> fields)
            when draft.type(type) instanceof InputDefinition input -> {
                Map<String, Value> meant = new LinkedHashMap<>(fields);
                input.fields()
                        .forEach(field ->
                                meant.computeIfPresent(field.name(), (_, given) -> meant(given, field.type())));
                yield new ObjectValue(meant);
            }
            default -> value;
        };
    }

    private boolean fitsList(Value value, TypeRef item) {
        if (value instanceof ListValue(List<Value> values)) {
            return values.stream().allMatch(one -> fits(one, item));
        }
        return value instanceof NullValue || fits(value, item);
    }

    private boolean fitsNamed(Value value, String name) {
        if (BuiltIn.isScalar(name)) {
            return fitsScalar(value, name);
        }
        TypeDefinition type = draft.type(name);
        return switch (type) {
            case ScalarDefinition _ -> !(value instanceof VariableValue);
            case EnumDefinition values -> isValue(text(value), values);
            case InputDefinition input ->
                value instanceof ObjectValue(Map<String, Value> fields) && fitsInput(fields, input);
            case null, default -> false;
        };
    }

    private static boolean fitsScalar(Value value, String name) {
        return switch (value) {
            case BooleanValue _ -> name.equals("Boolean");
            case IntValue _ -> name.equals("Int") || name.equals("ID") || name.equals("Float");
            case FloatValue(String text) ->
                name.equals("Float") || isWhole(text) && !name.equals("String") && !name.equals("Boolean");
            case StringValue _, EnumValue _ -> name.equals("String") || name.equals("ID");
            case NullValue _, ListValue _, ObjectValue _, VariableValue _ -> false;
        };
    }

    private static boolean isWhole(String number) {
        double parsed = Double.parseDouble(number);
        return parsed == Math.rint(parsed) && Math.abs(parsed) < 1e21;
    }

    private static @Nullable String text(Value value) {
        return switch (value) {
            case StringValue(String text) -> text;
            case EnumValue(String name) -> name;
            default -> null;
        };
    }

    private static boolean isValue(@Nullable String name, EnumDefinition type) {
        return name != null
                && type.values().stream().anyMatch(value -> value.name().equals(name));
    }

    private boolean fitsInput(Map<String, Value> given, InputDefinition type) {
        Map<String, Value> unknown = new HashMap<>(given);
        for (InputValueDefinition field : type.fields()) {
            Value value = unknown.remove(field.name());
            if (value != null && !fits(value, field.type())) {
                return false;
            }
        }
        return unknown.isEmpty();
    }
}
