package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.words.Spelling;
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
        for (InputValueDefinition field : input.fields()) {
            Value given = object.fields().get(field.name());
            if (given != null) {
                check(given, field.type(), field.defaultValue() != null, position);
            } else if (field.type().isNonNull() && field.defaultValue() == null) {
                walk.wrong(position, input.name() + " needs the field " + field.name() + ": " + field.type() + ".");
            }
        }
        List<String> known =
                input.fields().stream().map(InputValueDefinition::name).toList();
        for (String name : object.fields().keySet()) {
            if (!known.contains(name)) {
                walk.wrong(position, input.name() + " has no field " + name + "." + Spelling.suggestion(name, known));
            }
        }
        boolean oneOf = input.directives().stream()
                .anyMatch(directive -> directive.name().equals("oneOf"));
        if (oneOf && (object.fields().size() != 1 || object.fields().containsValue(new NullValue()))) {
            walk.wrong(position, input.name() + " takes exactly one of its fields, and not null.");
        }
    }

    /** Scalars that a schema defines itself take any literal. */
    private static boolean isScalar(Value value, String type) {
        return switch (type) {
            case "Int" -> value instanceof IntValue(String text) && new BigInteger(text).bitLength() < Integer.SIZE;
            case "Float" -> value instanceof IntValue || value instanceof FloatValue;
            case "String" -> value instanceof StringValue;
            case "Boolean" -> value instanceof BooleanValue;
            case "ID" -> value instanceof StringValue || value instanceof IntValue;
            default -> true;
        };
    }
}
