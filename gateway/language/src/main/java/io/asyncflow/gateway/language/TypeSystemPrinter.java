package io.asyncflow.gateway.language;

import java.util.List;
import java.util.Map;

/** Prints schema blocks and directive definitions. */
final class TypeSystemPrinter {

    private final Writer writer;

    TypeSystemPrinter(Writer writer) {
        this.writer = writer;
    }

    /** A schema with several directives has each on a line of its own. */
    void schema(SchemaDefinition schema) {
        if (schema.description() != null) {
            Strings.description(schema.description(), writer);
        }
        writer.add(schema.extension() ? "extend schema" : "schema");
        ValuePrinter values = new ValuePrinter(writer);
        if (schema.directives().size() == 1) {
            values.directives(schema.directives());
        } else {
            schema.directives().forEach(directive -> {
                writer.add("\n  ");
                values.directive(directive);
            });
        }
        if (!schema.roots().isEmpty()) {
            writer.add(schema.directives().size() > 1 ? "\n" : " ");
            writer.block("{", List.copyOf(schema.roots().entrySet()), this::root, "}");
        }
    }

    void directive(DirectiveDefinition directive) {
        if (directive.description() != null) {
            Strings.description(directive.description(), writer);
        }
        writer.add("directive @").add(directive.name());
        new FieldPrinter(writer).arguments(directive.arguments());
        writer.add(directive.repeatable() ? " repeatable on " : " on ");
        writer.add(String.join(" | ", directive.locations()));
    }

    private void root(Map.Entry<OperationType, String> root) {
        writer.add(root.getKey().keyword()).add(": ").add(root.getValue());
    }
}
