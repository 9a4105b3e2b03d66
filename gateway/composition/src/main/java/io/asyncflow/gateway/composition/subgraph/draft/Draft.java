package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.NonNullType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A subgraph's schema while it is read: directives of linked specifications carry their canonical names, each type is
 * known both as one and in the parts it was written in.
 */
public final class Draft {

    private static final FieldDefinition TYPENAME = new FieldDefinition(
            null, "__typename", List.of(), new NonNullType(TypeRef.named("String")), List.of(), Position.NONE);

    private final Header header;
    private final Map<String, List<TypeDefinition>> parts;
    private final Map<String, TypeDefinition> types = new LinkedHashMap<>();
    private final Map<String, Map<String, FieldDefinition>> fields = new HashMap<>();
    private final Map<String, List<ObjectDefinition>> implementations = new HashMap<>();
    private @Nullable Map<String, List<Applied>> applications;

    public Draft(Header header, Map<String, List<TypeDefinition>> parts) {
        this.header = header;
        this.parts = Ordered.copyOf(parts);
        parts.forEach((name, ofOne) -> types.put(name, Folding.fold(ofOne)));
        types.values().forEach(this::index);
    }

    private void index(TypeDefinition type) {
        if (type instanceof FieldsDefinition withFields) {
            Map<String, FieldDefinition> byName = new HashMap<>();
            withFields.fields().forEach(field -> byName.put(field.name(), field));
            fields.put(type.name(), byName);
        }
        if (type instanceof ObjectDefinition object) {
            object.interfaces().stream()
                    .distinct()
                    .forEach(name -> implementations
                            .computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(object));
        }
    }

    public Header header() {
        return header;
    }

    public Map<String, List<TypeDefinition>> parts() {
        return parts;
    }

    /** The subgraph's own types, each folded into one. */
    public Map<String, TypeDefinition> types() {
        return types;
    }

    /** A type of the subgraph's own, of GraphQL's, or of a linked specification. */
    public @Nullable TypeDefinition type(String name) {
        TypeDefinition own = types.get(name);
        return own == null ? header.vocabulary().type(name) : own;
    }

    public @Nullable TypeDefinition type(TypeRef type) {
        return type(type.name());
    }

    /** What the directive is, the subgraph's own or not, or null where nobody defines it. */
    public @Nullable DirectiveDefinition directive(String name) {
        DirectiveDefinition own = header.directives().get(name);
        return own == null ? header.vocabulary().directive(name) : own;
    }

    /** The field of a type that can be selected from, {@code __typename} included. */
    public @Nullable FieldDefinition field(TypeDefinition type, String name) {
        if (name.equals("__typename")) {
            return isComposite(type) ? TYPENAME : null;
        }
        Map<String, FieldDefinition> byName = fields.get(type.name());
        return byName == null ? null : byName.get(name);
    }

    public List<ObjectDefinition> implementations(InterfaceDefinition type) {
        return implementations.getOrDefault(type.name(), List.of());
    }

    /** The object types that a value of this type can have. */
    public List<ObjectDefinition> possible(TypeDefinition type) {
        return switch (type) {
            case ObjectDefinition object -> List.of(object);
            case InterfaceDefinition abstraction -> implementations(abstraction);
            case UnionDefinition union ->
                union.members().stream()
                        .map(this::type)
                        .filter(ObjectDefinition.class::isInstance)
                        .map(ObjectDefinition.class::cast)
                        .toList();
            case ScalarDefinition _, EnumDefinition _, InputDefinition _ -> List.of();
        };
    }

    public static boolean isComposite(@Nullable TypeDefinition type) {
        return type instanceof FieldsDefinition || type instanceof UnionDefinition;
    }

    public boolean isRoot(String type) {
        return header.roots().containsValue(type);
    }

    public @Nullable String root(OperationType operation) {
        return header.roots().get(operation);
    }

    public List<Applied> applications(String directive) {
        return applications().getOrDefault(directive, List.of());
    }

    public Map<String, List<Applied>> applications() {
        Map<String, List<Applied>> known = applications;
        if (known == null) {
            known = Applications.of(header, parts.values());
            applications = known;
        }
        return known;
    }

    public static boolean has(List<Directive> directives, String name) {
        for (Directive directive : directives) {
            if (directive.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
