package io.asyncflow.gateway.language;

import java.util.List;

/** Writes GraphQL in one canonical layout: what {@link Parser} reads from it is equal to what was printed. */
public final class Printer {

    private Printer() {}

    /** The definitions with a blank line between them, and a line break at the end. */
    public static String print(Document document) {
        Writer writer = new Writer();
        String separator = "";
        for (Definition definition : document.definitions()) {
            writer.add(separator);
            print(definition, writer);
            separator = "\n\n";
        }
        return writer.add("\n").toString();
    }

    public static String print(Definition definition) {
        Writer writer = new Writer();
        print(definition, writer);
        return writer.toString();
    }

    public static String print(FieldDefinition field) {
        Writer writer = new Writer();
        new FieldPrinter(writer).field(field);
        return writer.toString();
    }

    public static String print(Value value) {
        Writer writer = new Writer();
        new ValuePrinter(writer).value(value);
        return writer.toString();
    }

    public static String print(TypeRef type) {
        return type.toString();
    }

    public static String print(Directive directive) {
        Writer writer = new Writer();
        new ValuePrinter(writer).directive(directive);
        return writer.toString();
    }

    /** The selections on one line, without braces around them, as keys are written. */
    public static String print(List<Selection> selections) {
        Writer writer = new Writer();
        new SelectionPrinter(writer).line(selections);
        return writer.toString();
    }

    private static void print(Definition definition, Writer writer) {
        switch (definition) {
            case OperationDefinition operation -> new ExecutablePrinter(writer).operation(operation);
            case FragmentDefinition fragment -> new ExecutablePrinter(writer).fragment(fragment);
            case SchemaDefinition schema -> new TypeSystemPrinter(writer).schema(schema);
            case DirectiveDefinition directive -> new TypeSystemPrinter(writer).directive(directive);
            case TypeDefinition type -> new TypePrinter(writer).type(type);
        }
    }
}
