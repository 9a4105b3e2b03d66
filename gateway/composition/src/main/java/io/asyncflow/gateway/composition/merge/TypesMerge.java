package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Merges all types, kind by kind: interfaces before the objects that get fields from interface objects, enums last
 * because their usage, in the arguments of directives too, decides how they merge.
 */
final class TypesMerge {

    /** What the supergraph defines, by name. */
    record Definitions(Map<String, Type> types, Map<String, DirectiveDefinition> directives) {}

    private final Scope scope;
    private final Map<String, Type> merged = new TreeMap<>();

    TypesMerge(Scope scope) {
        this.scope = scope;
    }

    /** All types in the order of their names, and all directives. */
    Definitions merge() {
        UnionMerge unions = new UnionMerge(scope);
        scope.types().names(Kind.UNION).forEach(name -> add(unions.merge(name)));
        ScalarMerge scalars = new ScalarMerge(scope);
        scope.types().names(Kind.SCALAR).forEach(name -> add(scalars.merge(name)));
        InputMerge inputs = new InputMerge(scope);
        scope.types().names(Kind.INPUT).forEach(name -> add(inputs.merge(name)));
        mergeObjects(mergeInterfaces());
        Map<String, DirectiveDefinition> directives =
                scope.directives().definitions(new DirectiveDefinitionMerge(scope));
        mergeEnums();
        return new Definitions(merged, directives);
    }

    private void add(Type type) {
        merged.put(type.name(), type);
    }

    private Map<String, InterfaceType> mergeInterfaces() {
        InterfaceMerge merge = new InterfaceMerge(scope);
        Map<String, InterfaceType> interfaces = new LinkedHashMap<>();
        scope.types().names(Kind.INTERFACE).forEach(name -> interfaces.put(name, merge.merge(name)));
        merged.putAll(interfaces);
        return interfaces;
    }

    private void mergeObjects(Map<String, InterfaceType> interfaces) {
        ObjectMerge merge = new ObjectMerge(scope, interfaces);
        for (String name : scope.types().names(Kind.OBJECT)) {
            ObjectType object = merge.merge(name);
            if (object != null) {
                add(object);
            }
        }
    }

    private void mergeEnums() {
        EnumMerge merge = new EnumMerge(scope);
        scope.types().names(Kind.ENUM).forEach(name -> add(merge.merge(name)));
    }
}
