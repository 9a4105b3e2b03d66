package io.asyncflow.gateway.planner.api;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema as clients see it, with what is looked up in it by name. Immutable. */
public final class Api {

    private final @Nullable String description;
    private final Map<OperationType, String> roots;
    private final Map<String, TypeDefinition> types;
    private final Map<String, DirectiveDefinition> directives;
    private final Map<String, Map<String, FieldDefinition>> fields = new HashMap<>();
    private final Map<String, Map<String, InputValueDefinition>> inputFields = new HashMap<>();
    private final ObjectTypes objects;

    Api(
            @Nullable String description,
            Map<OperationType, String> roots,
            Map<String, TypeDefinition> types,
            Map<String, DirectiveDefinition> directives) {
        this.description = description;
        this.roots = Ordered.copyOf(roots);
        this.types = Ordered.copyOf(types);
        this.directives = Ordered.copyOf(directives);
        this.objects = new ObjectTypes(types.values());
        types.values().forEach(this::index);
    }

    public static Api of(Document document) {
        var types = new LinkedHashMap<String, TypeDefinition>();
        var directives = new LinkedHashMap<String, DirectiveDefinition>();
        var roots = new EnumMap<OperationType, String>(OperationType.class);
        boolean rootsAreNamed = false;
        String description = null;
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case TypeDefinition type -> types.put(type.name(), type);
                case DirectiveDefinition directive -> directives.put(directive.name(), directive);
                case SchemaDefinition schema -> {
                    description = schema.description();
                    roots.putAll(schema.roots());
                    rootsAreNamed = !schema.roots().isEmpty();
                }
                case OperationDefinition _, FragmentDefinition _ -> {}
            }
        }
        for (OperationType type : OperationType.values()) {
            if (!rootsAreNamed && types.containsKey(type.rootName())) {
                roots.put(type, type.rootName());
            }
        }
        return new Api(description, roots, types, directives);
    }

    private void index(TypeDefinition type) {
        if (type instanceof FieldsDefinition definition) {
            var byName = new LinkedHashMap<String, FieldDefinition>();
            definition.fields().forEach(field -> byName.put(field.name(), field));
            fields.put(type.name(), Ordered.copyOf(byName));
        } else if (type instanceof InputDefinition definition) {
            var byName = new LinkedHashMap<String, InputValueDefinition>();
            definition.fields().forEach(field -> byName.put(field.name(), field));
            inputFields.put(type.name(), Ordered.copyOf(byName));
        }
    }

    /** The schema's own. */
    public @Nullable String description() {
        return description;
    }

    public Map<OperationType, String> roots() {
        return roots;
    }

    public Map<String, TypeDefinition> types() {
        return types;
    }

    public Map<String, DirectiveDefinition> directives() {
        return directives;
    }

    /** The fields of an object or interface type by name; none for any other type. */
    public Map<String, FieldDefinition> fields(String type) {
        return fields.getOrDefault(type, Map.of());
    }

    public @Nullable FieldDefinition field(String type, String name) {
        return fields(type).get(name);
    }

    /** The fields of an input type by name; none for any other type. */
    public Map<String, InputValueDefinition> inputFields(String type) {
        return inputFields.getOrDefault(type, Map.of());
    }

    /** Whether its values have fields to select. */
    public boolean isComposite(String type) {
        return objects.knows(type);
    }

    public boolean isAbstract(String type) {
        return objects.knows(type) && !objects.isObject(type);
    }

    /** The object types that a value of the type can have. */
    public Set<String> possibleTypes(String type) {
        return objects.of(type);
    }

    /** Whether a value can be of both types. */
    public boolean overlap(String type, String other) {
        return objects.overlap(type, other);
    }
}
