package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.EnumType.EnumValue;
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
 * Reads types with their joins. What join v0.2 leaves unsaid is said: members and values are those of every subgraph
 * that has the union or enum.
 */
final class TypeReader {

    private final JoinDirectives directives;
    private final FieldReader fields;

    /** The graphs that have each type, for members and interfaces that no directive speaks of. */
    private final Map<String, Set<Graph>> graphs = new LinkedHashMap<>();

    TypeReader(JoinDirectives directives, Iterable<TypeDefinition> definitions) {
        this.directives = directives;
        this.fields = new FieldReader(directives);
        for (TypeDefinition definition : definitions) {
            Set<Graph> own = new LinkedHashSet<>();
            joins(definition).forEach(join -> own.add(join.graph()));
            graphs.put(definition.name(), own);
        }
    }

    Type read(TypeDefinition definition) {
        String name = definition.name();
        String description = definition.description();
        List<TypeJoin> joins = joins(definition);
        List<Directive> others = directives.others(definition.directives());
        return switch (definition) {
            case ScalarDefinition _ -> new ScalarType(name, description, joins, others);
            case ObjectDefinition object ->
                new ObjectType(
                        name,
                        description,
                        implementations(object),
                        fields.fields(name, object.fields()),
                        joins,
                        others);
            case InterfaceDefinition interfaceType ->
                new InterfaceType(
                        name,
                        description,
                        implementations(interfaceType),
                        fields.fields(name, interfaceType.fields()),
                        joins,
                        others);
            case UnionDefinition union -> new UnionType(name, description, members(union), joins, others);
            case EnumDefinition enumeration -> new EnumType(name, description, values(enumeration), joins, others);
            case InputDefinition input ->
                new InputType(name, description, fields.inputFields(name, input.fields()), joins, others);
        };
    }

    private List<TypeJoin> joins(TypeDefinition definition) {
        return directives.named("type", definition.directives(), definition.name()).stream()
                .map(join -> new TypeJoin(
                        join.graph(),
                        join.fieldSet("key"),
                        join.flag("extension", false),
                        join.flag("resolvable", true),
                        join.flag("isInterfaceObject", false)))
                .toList();
    }

    private List<Implementation> implementations(FieldsDefinition definition) {
        List<Implementation> implementations = new ArrayList<>();
        Set<String> unsaid = new LinkedHashSet<>(definition.interfaces());
        for (Applied applied : directives.named("implements", definition.directives(), definition.name())) {
            String interfaceName = applied.string("interface");
            implementations.add(new Implementation(applied.graph(), interfaceName));
            unsaid.remove(interfaceName);
        }
        for (String interfaceName : unsaid) {
            for (Graph graph : shared(definition.name(), interfaceName)) {
                implementations.add(new Implementation(graph, interfaceName));
            }
        }
        return implementations;
    }

    private List<Member> members(UnionDefinition union) {
        Map<String, List<Graph>> members = new LinkedHashMap<>();
        union.members().forEach(member -> members.put(member, new ArrayList<>()));
        List<Applied> applied = directives.named("unionMember", union.directives(), union.name());
        for (Applied each : applied) {
            String member = each.string("member");
            if (!members.containsKey(member)) {
                throw each.error("names the member " + member + ", which the union does not have");
            }
            members.get(member).add(each.graph());
        }
        if (applied.isEmpty()) {
            members.forEach((member, own) -> own.addAll(shared(union.name(), member)));
        }
        return members.entrySet().stream()
                .map(member -> new Member(member.getKey(), member.getValue()))
                .toList();
    }

    private Map<String, EnumValue> values(EnumDefinition definition) {
        Map<String, EnumValue> values = new LinkedHashMap<>();
        for (EnumValueDefinition value : definition.values()) {
            String element = definition.name() + "." + value.name();
            List<Graph> own = directives.named("enumValue", value.directives(), element).stream()
                    .map(Applied::graph)
                    .toList();
            EnumValue read = new EnumValue(
                    value.name(),
                    value.description(),
                    own.isEmpty() ? List.copyOf(graphs(definition.name())) : own,
                    directives.others(value.directives()));
            if (values.put(value.name(), read) != null) {
                throw SupergraphException.invalid("The enum value " + element + " is defined twice.", value.position());
            }
        }
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
