package io.asyncflow.gateway.server.configuration.binding;

import io.asyncflow.gateway.server.configuration.binding.Shape.Choice;
import io.asyncflow.gateway.server.configuration.binding.Shape.Entries;
import io.asyncflow.gateway.server.configuration.binding.Shape.Items;
import io.asyncflow.gateway.server.configuration.binding.Shape.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Prints what a configuration may look like as a JSON schema (draft 07, which editors know best). */
public final class SchemaPrinter {

    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private SchemaPrinter() {}

    /** The schema of the record's type, with the record's values as defaults. */
    public static String print(Record defaults) {
        Section root = ShapeReader.section(defaults.getClass());
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", root.description());
        schema.putAll(section(root, defaults));
        return JsonMapper.shared().writer().with(PRETTY).writeValueAsString(schema) + "\n";
    }

    private static Map<String, Object> section(Section section, @Nullable Record given) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        collect(section, given, properties, required);
        var schema = new LinkedHashMap<String, Object>();
        // A name with nothing but comments behind it is a section that changes nothing.
        schema.put("type", required.isEmpty() ? List.of("object", "null") : "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static void collect(
            Section section, @Nullable Record given, Map<String, Object> properties, List<String> required) {
        Record defaults = given == null ? section.defaults() : given;
        for (Setting setting : section.settings()) {
            if (setting.inline() && setting.shape() instanceof Section inner) {
                collect(inner, defaults == null ? null : (Record) setting.valueIn(defaults), properties, required);
                continue;
            }
            properties.put(setting.name(), setting(setting, defaults));
            if (isRequired(setting, section)) {
                required.add(setting.name());
            }
        }
    }

    private static Map<String, Object> setting(Setting setting, @Nullable Record defaults) {
        Object value = defaults == null ? null : setting.valueIn(defaults);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("description", setting.description());
        schema.putAll(setting.nullable() ? orNull(shape(setting.shape(), value)) : shape(setting.shape(), value));
        if (value != null && !(setting.shape() instanceof Section)) {
            schema.put("default", Plain.of(value));
        }
        return schema;
    }

    private static Map<String, Object> shape(Shape shape, @Nullable Object value) {
        return switch (shape) {
            case Scalar scalar -> ScalarSchemas.of(scalar);
            case Choice choice -> Map.of("enum", List.copyOf(choice.words()));
            case Items items -> with("type", List.of("array", "null"), Map.of("items", shape(items.item(), null)));
            case Entries entries ->
                with("type", List.of("object", "null"), Map.of("additionalProperties", shape(entries.value(), null)));
            case Section section -> section(section, (Record) value);
        };
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        return Map.of("anyOf", List.of(schema, Map.of("type", "null")));
    }

    /** Whether the record cannot be made without it; what a binder does in {@link Draft}. */
    private static boolean isRequired(Setting setting, Section section) {
        return section.defaults() == null
                && !setting.nullable()
                && switch (setting.shape()) {
                    case Scalar _, Choice _ -> true;
                    case Items _, Entries _ -> false;
                    case Section inner -> inner.defaults() == null;
                };
    }

    private static Map<String, Object> with(String name, Object value, Map<String, Object> others) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put(name, value);
        schema.putAll(others);
        return schema;
    }
}
