package io.asyncflow.gateway.language;

import java.util.List;

/** Prints fields, arguments and enum values as types define them. */
final class FieldPrinter {

    private final Writer writer;
    private final ValuePrinter values;

    FieldPrinter(Writer writer) {
        this.writer = writer;
        this.values = new ValuePrinter(writer);
    }

    void field(FieldDefinition field) {
        if (field.description() != null) {
            Strings.description(field.description(), writer);
        }
        writer.add(field.name());
        arguments(field.arguments());
        writer.add(": ").add(field.type().toString());
        values.directives(field.directives());
    }

    /** On one line, unless one of them has a description. */
    void arguments(List<InputValueDefinition> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        if (arguments.stream().anyMatch(argument -> argument.description() != null)) {
            writer.block("(", arguments, this::inputValue, ")");
            return;
        }
        writer.add("(");
        writer.joined(arguments, ", ", this::inputValue);
        writer.add(")");
    }

    void inputValue(InputValueDefinition value) {
        if (value.description() != null) {
            Strings.description(value.description(), writer);
        }
        writer.add(value.name()).add(": ").add(value.type().toString());
        Value defaultValue = value.defaultValue();
        if (defaultValue != null) {
            writer.add(" = ");
            values.value(defaultValue);
        }
        values.directives(value.directives());
    }

    void enumValue(EnumValueDefinition value) {
        if (value.description() != null) {
            Strings.description(value.description(), writer);
        }
        writer.add(value.name());
        values.directives(value.directives());
    }
}
