package io.asyncflow.gateway.planner.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.Printer;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
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
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A value is one of the type that is asked for; variables in it are noted for {@link Variables}. */
final class Literals {

    private final Walk walk;

    Literals(Walk walk) {
        this.walk = walk;
    }

    void check(Value value, TypeRef type, boolean hasDefault, Position position) {
        if (value instanceof VariableValue(String name)) {
            walk.usages().add(new Walk.Usage(name, type, hasDefault, position));
        } else if (value instanceof NullValue) {
            if (type.isNonNull()) {
                walk.wrong(position, "null is given where " + type + " is needed.");
            }
        } else if (type.nullable() instanceof ListType(TypeRef element)) {
            List<Value> elements = value instanceof ListValue(List<Value> values) ? values : List.of(value);
            elements.forEach(each -> check(each, element, false, position));
        } else {
            named(value, type.name(), position);
        }
    }

    private void named(Value value, String type, Position position) {
        switch (walk.api().types().get(type)) {
            case InputDefinition input when value instanceof ObjectValue object -> fields(object, input, position);
            case InputDefinition _ -> mismatch(value, type, position);
            case EnumDefinition definition -> enumValue(value, definition, position);
            case null, default -> {
                if (!isScalar(value, type)) {
                    mismatch(value, type, position);
                }
                inside(value, position);
            }
        }
    }

    private void mismatch(Value value, String type, Position position) {
        walk.wrong(position, Printer.print(value) + " is no " + type + ".");
    }

    private void enumValue(Value value, EnumDefinition definition, Position position) {
        List<String> names =
                definition.values().stream().map(EnumValueDefinition::name).toList();
        if (!(value instanceof EnumValue(String name))) {
            mismatch(value, definition.name(), position);
        } else if (!names.contains(name)) {
            walk.wrong(position, definition.name() + " has no value " + name + "." + Spelling.suggestion(name, names));
        }
    }

    private void fields(ObjectValue object, InputDefinition input, Position position) {
        Map<String, InputValueDefinition> known = walk.api().inputFields(input.name());
        for (InputValueDefinition field : known.values()) {
            Value given = object.fields().get(field.name());
            if (given != null) {
                check(given, field.type(), field.defaultValue() != null, position);
            } else if (field.type().isNonNull() && field.defaultValue() == null) {
                walk.wrong(position, input.name() + " needs the field " + field.name() + ": " + field.type() + ".");
            }
        }
        for (String name : object.fields().keySet()) {
            if (!known.containsKey(name)) {
                String suggestion = Spelling.suggestion(name, known.keySet());
                walk.wrong(position, input.name() + " has no field " + name + "." + suggestion);
            }
        }
        for (Directive directive : input.directives()) {
            if (directive.name().equals("oneOf")) {
                oneOf(object, input, position);
            }
        }
    }

    private void oneOf(ObjectValue object, InputDefinition input, Position position) {
        if (object.fields().size() != 1 || object.fields().containsValue(new NullValue())) {
            walk.wrong(position, input.name() + " takes exactly one of its fields, and not null.");
            return;
        }
        Map.Entry<String, Value> only = object.fields().entrySet().iterator().next();
        InputValueDefinition field = walk.api().inputFields(input.name()).get(only.getKey());
        if (field != null && only.getValue() instanceof VariableValue(String name)) {
            TypeRef type = new TypeRef.NonNullType(field.type().nullable());
            walk.usages().add(new Walk.Usage(name, type, false, true, position));
        }
    }

    /** A scalar that the schema defines may hold anything, variables of any type included. */
    private void inside(Value value, Position position) {
        switch (value) {
            case VariableValue(String name) -> walk.usages().add(new Walk.Usage(name, null, false, position));
            case ListValue(List<Value> values) -> values.forEach(each -> inside(each, position));
            case ObjectValue(Map<String, Value> fields) -> fields.values().forEach(each -> inside(each, position));
            case IntValue _, FloatValue _, StringValue _, BooleanValue _, NullValue _, EnumValue _ -> {}
        }
    }

    /** Scalars that a schema defines itself take any literal. */
    private static boolean isScalar(Value value, String type) {
        return switch (type) {
            case "Int" -> value instanceof IntValue(String text) && isInt(text);
            case "Float" -> value instanceof IntValue || value instanceof FloatValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default -> true;
        };
    }

    /** No number of 32 bits has more than ten digits. */
    private static boolean isInt(String text) {
        return text.length() <= 11 && new BigInteger(text).bitLength() < Integer.SIZE;
    }
}
