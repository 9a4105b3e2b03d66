package io.asyncflow.gateway.language;

import java.util.List;
import java.util.Map;

/** Prints values, and the arguments and directives that hold them, on one line. */
final class ValuePrinter {

    private final Writer writer;

    ValuePrinter(Writer writer) {
        this.writer = writer;
    }

    void value(Value value) {
        switch (value) {
            case Value.VariableValue(String name) -> writer.add("$").add(name);
            case Value.IntValue(String text) -> writer.add(text);
            case Value.FloatValue(String text) -> writer.add(text);
            case Value.StringValue(String text) -> writer.add(Strings.quoted(text));
            case Value.BooleanValue(boolean truth) -> writer.add(Boolean.toString(truth));
            case Value.NullValue() -> writer.add("null");
            case Value.EnumValue(String name) -> writer.add(name);
            case Value.ListValue(List<Value> values) -> {
                writer.add("[");
                writer.joined(values, ", ", this::value);
                writer.add("]");
            }
            case Value.ObjectValue(Map<String, Value> fields) -> {
                writer.add("{");
                writer.joined(List.copyOf(fields.entrySet()), ", ", this::entry);
                writer.add("}");
            }
        }
    }

    void arguments(List<Argument> arguments) {
        if (!arguments.isEmpty()) {
            writer.add("(");
            writer.joined(arguments, ", ", this::argument);
            writer.add(")");
        }
    }

    void argument(Argument argument) {
        writer.add(argument.name()).add(": ");
        value(argument.value());
    }

    void directive(Directive directive) {
        writer.add("@").add(directive.name());
        arguments(directive.arguments());
    }

    /** The directives, each with a space in front. */
    void directives(List<Directive> directives) {
        for (Directive directive : directives) {
            writer.add(" ");
            directive(directive);
        }
    }

    private void entry(Map.Entry<String, Value> entry) {
        writer.add(entry.getKey()).add(": ");
        value(entry.getValue());
    }
}
