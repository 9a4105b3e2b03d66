package io.asyncflow.gateway.composition.merge.validation;

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
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.Map;

/** Which values are of which type in a supergraph; a scalar of the user's own takes any. */
record FittingValues(Supergraph supergraph) {

    boolean fits(Value value, TypeRef type) {
        return switch (type) {
            case NonNullType(TypeRef of) -> !(value instanceof NullValue) && fits(value, of);
            case ListType(TypeRef of) -> value instanceof NullValue || fitsList(value, of);
            case NamedType(String name) -> value instanceof NullValue || fitsNamed(value, name);
        };
    }

    private boolean fitsList(Value value, TypeRef of) {
        return value instanceof ListValue(var items)
                ? items.stream().allMatch(item -> fits(item, of))
                : fits(value, of);
    }

    private boolean fitsNamed(Value value, String type) {
        return switch (supergraph.types().get(type)) {
            case EnumType values ->
                value instanceof EnumValue(String name) && values.values().containsKey(name);
            case InputType input -> value instanceof ObjectValue(var fields) && fitsInput(fields, input);
            case null, default -> fitsScalar(value, type);
        };
    }

    private boolean fitsInput(Map<String, Value> given, InputType input) {
        return input.fields().keySet().containsAll(given.keySet())
                && input.fields().values().stream().allMatch(field -> fitsField(given, field));
    }

    /** A field left out is nobody's loss here: it is the subgraph that gets the value. */
    private boolean fitsField(Map<String, Value> given, InputField field) {
        Value value = given.get(field.name());
        return value == null || fits(value, field.type());
    }

    private static boolean fitsScalar(Value value, String type) {
        return switch (type) {
            case "Int" -> value instanceof IntValue;
            case "Float" -> value instanceof IntValue || value instanceof FloatValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default -> true;
        };
    }
}
