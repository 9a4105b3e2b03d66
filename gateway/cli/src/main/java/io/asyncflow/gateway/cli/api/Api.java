package io.asyncflow.gateway.cli.api;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A schema as clients see it, with what is looked up in it by name. */
public record Api(
        Map<OperationType, String> roots,
        Map<String, TypeDefinition> types,
        Map<String, DirectiveDefinition> directives) {

    public Api {
        roots = Ordered.copyOf(roots);
        types = Ordered.copyOf(types);
        directives = Ordered.copyOf(directives);
    }

    public static Api of(Document document) {
        var types = new LinkedHashMap<String, TypeDefinition>();
        var directives = new LinkedHashMap<String, DirectiveDefinition>();
        var roots = new EnumMap<OperationType, String>(OperationType.class);
        boolean rootsAreNamed = false;
        for (var definition : document.definitions()) {
            switch (definition) {
                case TypeDefinition type -> types.put(type.name(), type);
                case DirectiveDefinition directive -> directives.put(directive.name(), directive);
                case SchemaDefinition schema -> {
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
        return new Api(roots, types, directives);
    }

    /** The fields of an object or interface type by name; none for any other type. */
    public Map<String, FieldDefinition> fields(String type) {
        var fields = new LinkedHashMap<String, FieldDefinition>();
        if (types.get(type) instanceof FieldsDefinition definition) {
            definition.fields().forEach(field -> fields.put(field.name(), field));
        }
        return fields;
    }

    public @Nullable FieldDefinition field(String type, String name) {
        if (types.get(type) instanceof FieldsDefinition definition) {
            for (FieldDefinition field : definition.fields()) {
                if (field.name().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }

    /** Whether its values have fields to select. */
    public boolean isComposite(String type) {
        return types.get(type) instanceof FieldsDefinition || types.get(type) instanceof UnionDefinition;
    }

    /** The object types that a value of the type can have. */
    public Set<String> possibleTypes(String type) {
        return switch (types.get(type)) {
            case ObjectDefinition object -> Set.of(object.name());
            case UnionDefinition union -> new LinkedHashSet<>(union.members());
            case FieldsDefinition _ -> implementers(type);
            case null -> Set.of();
            case TypeDefinition _ -> Set.of();
        };
    }

    private Set<String> implementers(String name) {
        var found = new LinkedHashSet<String>();
        for (TypeDefinition type : types.values()) {
            if (type instanceof ObjectDefinition object && object.interfaces().contains(name)) {
                found.add(object.name());
            }
        }
        return found;
    }
}
