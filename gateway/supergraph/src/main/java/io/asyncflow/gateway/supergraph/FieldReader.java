package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.SyntaxException;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.FieldJoin.ContextArgument;
import io.asyncflow.gateway.supergraph.Type.InputType.InputField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads fields with their joins. */
final class FieldReader {

    private final JoinDirectives directives;

    FieldReader(JoinDirectives directives) {
        this.directives = directives;
    }

    Map<String, Field> fields(String type, List<FieldDefinition> definitions) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (FieldDefinition definition : definitions) {
            String element = type + "." + definition.name();
            Field field = new Field(
                    definition.name(),
                    definition.description(),
                    definition.arguments(),
                    definition.type(),
                    joins(definition.directives(), element),
                    directives.others(definition.directives()));
            if (fields.put(field.name(), field) != null) {
                throw SupergraphException.invalid("The field " + element + " is defined twice.", definition.position());
            }
        }
        return fields;
    }

    Map<String, InputField> inputFields(String type, List<InputValueDefinition> definitions) {
        Map<String, InputField> fields = new LinkedHashMap<>();
        for (InputValueDefinition definition : definitions) {
            String element = type + "." + definition.name();
            InputField field = new InputField(
                    definition.name(),
                    definition.description(),
                    definition.type(),
                    definition.defaultValue(),
                    joins(definition.directives(), element),
                    directives.others(definition.directives()));
            if (fields.put(field.name(), field) != null) {
                throw SupergraphException.invalid("The field " + element + " is defined twice.", definition.position());
            }
        }
        return fields;
    }

    private List<FieldJoin> joins(List<Directive> applied, String element) {
        return directives.named("field", applied, element).stream()
                .map(FieldReader::join)
                .toList();
    }

    private static FieldJoin join(Applied field) {
        return new FieldJoin(
                field.optionalGraph(),
                field.fieldSet("requires"),
                field.fieldSet("provides"),
                field.type("type"),
                field.flag("external", false),
                field.optionalString("override"),
                field.flag("usedOverridden", false),
                field.optionalString("overrideLabel"),
                contextArguments(field));
    }

    private static List<ContextArgument> contextArguments(Applied field) {
        Value value = field.value("contextArguments");
        if (!(value instanceof Value.ListValue(List<Value> values))) {
            return List.of();
        }
        return values.stream().map(each -> contextArgument(each, field)).toList();
    }

    private static ContextArgument contextArgument(Value value, Applied field) {
        if (!(value instanceof Value.ObjectValue(Map<String, Value> parts))) {
            throw field.error("has a context argument that is no input object");
        }
        String type = string("type", parts, field);
        try {
            return new ContextArgument(
                    string("name", parts, field),
                    Parser.type(type),
                    string("context", parts, field),
                    string("selection", parts, field));
        } catch (SyntaxException e) {
            throw field.error("has a context argument of a type that cannot be read: \"" + type + "\"");
        }
    }

    private static String string(String name, Map<String, Value> parts, Applied field) {
        @Nullable Value part = parts.get(name);
        if (part instanceof Value.StringValue(String text)) {
            return text;
        }
        throw field.error("has a context argument without \"" + name + "\"");
    }
}
