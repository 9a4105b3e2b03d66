package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where {@code @authenticated}, {@code @requiresScopes} and {@code @policy} are required beyond where they are applied:
 *
 * <ul>
 *   <li>of an interface and its fields, what its implementations require;
 *   <li>of an implementation's field that an interface object resolves, what that one requires, and of the other
 *       interfaces of that implementation too.
 * </ul>
 */
final class AccessControl {

    private final Map<String, List<Applied>> inherited = new LinkedHashMap<>();
    private final Map<String, Set<String>> interfaces = new LinkedHashMap<>();
    private final Map<String, Set<String>> implementations = new LinkedHashMap<>();

    AccessControl(List<SubgraphSchema> schemas) {
        schemas.forEach(this::readImplementations);
        for (SubgraphSchema schema : schemas) {
            for (TypeDefinition type : schema.types().values()) {
                if (type instanceof ObjectDefinition object) {
                    propagate(schema, object);
                }
            }
        }
    }

    /** What else the element requires than is applied to it. */
    List<Applied> inherited(String coordinate) {
        return inherited.getOrDefault(coordinate, List.of());
    }

    private void readImplementations(SubgraphSchema schema) {
        for (TypeDefinition type : schema.types().values()) {
            if (type instanceof ObjectDefinition object && !has(object.directives(), Federation.INTERFACE_OBJECT)) {
                for (String implemented : object.interfaces()) {
                    interfaces
                            .computeIfAbsent(object.name(), key -> new LinkedHashSet<>())
                            .add(implemented);
                    implementations
                            .computeIfAbsent(implemented, key -> new LinkedHashSet<>())
                            .add(object.name());
                }
            }
        }
    }

    private void propagate(SubgraphSchema schema, ObjectDefinition object) {
        boolean interfaceObject = has(object.directives(), Federation.INTERFACE_OBJECT);
        List<Directive> required = accessControl(object.directives());
        if (!required.isEmpty()) {
            Applied applied = new Applied(schema, object.position(), required);
            interfacesOf(object.name()).forEach(name -> inherit(name, applied));
        }
        boolean external = has(object.directives(), Federation.EXTERNAL);
        for (FieldDefinition field : object.fields()) {
            List<Directive> onField = accessControl(field.directives());
            if (!onField.isEmpty() && !external && !has(field.directives(), Federation.EXTERNAL)) {
                Applied applied = new Applied(schema, field.position(), onField);
                for (String type : interfaceObject ? below(object.name()) : interfacesOf(object.name())) {
                    inherit(type + "." + field.name(), applied);
                }
            }
        }
    }

    private Set<String> interfacesOf(String object) {
        return interfaces.getOrDefault(object, Set.of());
    }

    /** The implementations of an interface object, and their other interfaces. */
    private Set<String> below(String interfaceObject) {
        Set<String> types = new LinkedHashSet<>(implementations.getOrDefault(interfaceObject, Set.of()));
        for (String implementation : List.copyOf(types)) {
            types.addAll(interfacesOf(implementation));
        }
        types.remove(interfaceObject);
        return types;
    }

    private void inherit(String coordinate, Applied applied) {
        inherited.computeIfAbsent(coordinate, key -> new ArrayList<>()).add(applied);
    }

    static List<Directive> accessControl(List<Directive> directives) {
        return directives.stream().filter(AccessControl::isAccessControl).toList();
    }

    private static boolean isAccessControl(Directive directive) {
        return switch (directive.name()) {
            case Federation.AUTHENTICATED, Federation.REQUIRES_SCOPES, Federation.POLICY -> true;
            default -> false;
        };
    }

    private static boolean has(List<Directive> directives, String name) {
        return directives.stream().anyMatch(directive -> directive.name().equals(name));
    }
}
