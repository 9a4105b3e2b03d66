package io.asyncflow.gateway.language;

import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.List;
import java.util.function.Consumer;

/** Prints type definitions and extensions. */
final class TypePrinter {

    private final Writer writer;
    private final FieldPrinter fields;
    private boolean bodyOnNewLine;

    TypePrinter(Writer writer) {
        this.writer = writer;
        this.fields = new FieldPrinter(writer);
    }

    void type(TypeDefinition type) {
        if (type.description() != null) {
            Strings.description(type.description(), writer);
        }
        writer.add(type.extension() ? "extend " : "")
                .add(keyword(type))
                .add(" ")
                .add(type.name());
        if (type instanceof FieldsDefinition fielded && !fielded.interfaces().isEmpty()) {
            writer.add(" implements ").add(String.join(" & ", fielded.interfaces()));
        }
        directives(type.directives());
        body(type);
    }

    /** Several directives get a line each, for supergraphs have many. */
    private void directives(List<Directive> directives) {
        ValuePrinter values = new ValuePrinter(writer);
        if (directives.size() == 1) {
            values.directives(directives);
            return;
        }
        for (Directive directive : directives) {
            writer.add("\n  ");
            values.directive(directive);
        }
        bodyOnNewLine = !directives.isEmpty();
    }

    private void body(TypeDefinition type) {
        switch (type) {
            case ScalarDefinition _ -> {}
            case FieldsDefinition fielded -> block(fielded.fields(), fields::field);
            case InputDefinition input -> block(input.fields(), fields::inputValue);
            case EnumDefinition values -> block(values.values(), fields::enumValue);
            case UnionDefinition union -> members(union.members());
        }
    }

    private <T> void block(List<T> items, Consumer<T> print) {
        if (!items.isEmpty()) {
            writer.block(bodyOnNewLine ? "\n{" : " {", items, print, "}");
        }
    }

    private void members(List<String> members) {
        if (!members.isEmpty()) {
            writer.add(bodyOnNewLine ? "\n  = " : " = ").add(String.join(" | ", members));
        }
    }

    private static String keyword(TypeDefinition type) {
        return switch (type) {
            case ScalarDefinition _ -> "scalar";
            case ObjectDefinition _ -> "type";
            case InterfaceDefinition _ -> "interface";
            case UnionDefinition _ -> "union";
            case EnumDefinition _ -> "enum";
            case InputDefinition _ -> "input";
        };
    }
}
