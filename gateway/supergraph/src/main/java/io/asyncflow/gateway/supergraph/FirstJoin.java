package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.EnumType.EnumValue;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import io.asyncflow.gateway.supergraph.Type.UnionType.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says for join v0.1, the version of Federation 1, what later versions say themselves.
 *
 * <p>That version tells where entities and root fields live, and nothing about other types: those are in every graph that
 * reaches them. An entity's fields belong to its owner unless they tell another graph.
 */
final class FirstJoin {

    private final Map<String, TypeDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Type> types;
    private final FirstJoinFields fields;
    private final Map<String, Set<Graph>> graphs;

    FirstJoin(JoinDirectives directives, List<TypeDefinition> definitions, Map<String, Type> types) {
        this.types = types;
        Map<String, Graph> owners = new LinkedHashMap<>();
        for (TypeDefinition definition : definitions) {
            this.definitions.put(definition.name(), definition);
            for (Applied owner : directives.named("owner", definition.directives(), definition.name())) {
                owners.put(definition.name(), owner.graph());
            }
        }
        fields = new FirstJoinFields(types, owners);
        graphs = new FirstJoinReach(types, this.definitions, fields).graphs();
    }

    Map<String, Type> normalized() {
        Map<String, Type> normalized = new LinkedHashMap<>();
        types.forEach((name, type) -> normalized.put(name, normalized(type)));
        return normalized;
    }

    private Type normalized(Type type) {
        String name = type.name();
        return switch (type) {
            case ObjectType object ->
                new ObjectType(
                        name,
                        type.description(),
                        implementations(object),
                        fields.of(object),
                        joins(type),
                        type.directives());
            case InterfaceType each ->
                new InterfaceType(
                        name, type.description(), implementations(each), each.fields(), joins(type), type.directives());
            case ScalarType _ -> new ScalarType(name, type.description(), joins(type), type.directives());
            case UnionType union ->
                new UnionType(name, type.description(), members(union), joins(type), type.directives());
            case EnumType each -> new EnumType(name, type.description(), values(each), joins(type), type.directives());
            case InputType input ->
                new InputType(name, type.description(), input.fields(), joins(type), type.directives());
        };
    }

    private List<TypeJoin> joins(Type type) {
        List<TypeJoin> joins = new ArrayList<>(type.joins());
        Set<Graph> unsaid = new LinkedHashSet<>(graphs(type.name()));
        joins.forEach(join -> unsaid.remove(join.graph()));
        unsaid.forEach(graph -> joins.add(new TypeJoin(graph, null, false, true, false)));
        return joins;
    }

    private List<Implementation> implementations(FieldsType type) {
        List<Implementation> implementations = new ArrayList<>();
        if (definitions.get(type.name()) instanceof FieldsDefinition definition) {
            for (String interfaceName : definition.interfaces()) {
                shared(type.name(), interfaceName)
                        .forEach(graph -> implementations.add(new Implementation(graph, interfaceName)));
            }
        }
        return implementations;
    }

    private List<Member> members(UnionType union) {
        return union.members().stream()
                .map(member -> new Member(member.name(), List.copyOf(shared(union.name(), member.name()))))
                .toList();
    }

    private Map<String, EnumValue> values(EnumType type) {
        Map<String, EnumValue> values = new LinkedHashMap<>();
        List<Graph> own = List.copyOf(graphs(type.name()));
        type.values()
                .forEach((name, value) ->
                        values.put(name, new EnumValue(name, value.description(), own, value.directives())));
        return values;
    }

    private Set<Graph> graphs(String type) {
        return graphs.getOrDefault(type, Set.of());
    }

    private Set<Graph> shared(String type, String other) {
        Set<Graph> shared = new LinkedHashSet<>(graphs(type));
        shared.retainAll(graphs(other));
        return shared;
    }
}
