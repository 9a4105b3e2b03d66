package io.asyncflow.gateway.language;

import java.util.List;
import java.util.Map;

/** A literal or a variable. Numbers keep the text they were written with. */
public sealed interface Value {

    record VariableValue(String name) implements Value {}

    record IntValue(String text) implements Value {}

    record FloatValue(String text) implements Value {}

    record StringValue(String value) implements Value {}

    record BooleanValue(boolean value) implements Value {}

    record NullValue() implements Value {}

    record EnumValue(String name) implements Value {}

    record ListValue(List<Value> values) implements Value {

        public ListValue {
            values = List.copyOf(values);
        }
    }

    /** Its fields in the order they were written; equal to another whatever that order is. */
    record ObjectValue(Map<String, Value> fields) implements Value {

        public ObjectValue {
            fields = Ordered.copyOf(fields);
        }
    }
}
