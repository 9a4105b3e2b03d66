package io.asyncflow.gateway.executor.variables;

import io.asyncflow.gateway.executor.json.Json;
import io.asyncflow.gateway.executor.json.JsonWriter;
import io.asyncflow.gateway.language.Value;
import java.util.Iterator;
import java.util.Map;

/** GraphQL literals as JSON. */
public final class Literals {

    private Literals() {}

    public static Json json(Value literal) {
        JsonWriter writer = new JsonWriter(32);
        write(literal, writer);
        return writer.toJson();
    }

    private static void write(Value literal, JsonWriter writer) {
        switch (literal) {
            case Value.IntValue(String text) -> writer.raw(text);
            case Value.FloatValue(String text) -> writer.raw(text);
            case Value.StringValue(String text) -> writer.string(text);
            case Value.EnumValue(String name) -> writer.string(name);
            case Value.BooleanValue(boolean value) -> writer.raw(Boolean.toString(value));
            case Value.NullValue() -> writer.raw("null");
            case Value.VariableValue(String name) ->
                throw new IllegalStateException("$" + name + " stands in what was taken for a literal");
            case Value.ListValue list -> {
                writer.add('[');
                for (Iterator<Value> items = list.values().iterator(); items.hasNext(); ) {
                    write(items.next(), writer);
                    writer.raw(items.hasNext() ? "," : "");
                }
                writer.add(']');
            }
            case Value.ObjectValue object -> {
                writer.add('{');
                for (Iterator<Map.Entry<String, Value>> fields =
                                object.fields().entrySet().iterator();
                        fields.hasNext(); ) {
                    Map.Entry<String, Value> field = fields.next();
                    writer.string(field.getKey()).add(':');
                    write(field.getValue(), writer);
                    writer.raw(fields.hasNext() ? "," : "");
                }
                writer.add('}');
            }
        }
    }
}
