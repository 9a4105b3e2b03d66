package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that what the parts of a supergraph name exists. */
final class References {

    private static final Set<String> BUILT_IN = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Supergraph supergraph;
    private final Definitions definitions;
    private final FieldSets fieldSets;

    References(Supergraph supergraph, Definitions definitions) {
        this.supergraph = supergraph;
        this.definitions = definitions;
        this.fieldSets = new FieldSets(supergraph);
    }

    void check() {
        if (!supergraph.roots().containsKey(OperationType.QUERY)) {
            throw SupergraphException.invalid(
                    "The schema names no query type; add \"query: Query\" to it.",
                    definitions.schema().position());
        }
        supergraph.roots().forEach((operation, type) -> {
            if (!(supergraph.types().get(type) instanceof ObjectType)) {
                throw SupergraphException.invalid(
                        "The " + operation.keyword() + " type " + type + " is not among the object types.",
                        definitions.schema().position());
            }
        });
        supergraph.types().values().forEach(this::check);
    }

    private void check(Type type) {
        switch (type) {
            case FieldsType fielded -> {
                fielded.implementations().forEach(each -> check(fielded, each));
                Set<Graph> graphs = graphs(type);
                for (Field field : fielded.fields().values()) {
                    check(field.type(), type, field.name());
                    for (InputValueDefinition argument : field.arguments()) {
                        check(argument.type(), type, field.name());
                    }
                    field.joins().forEach(join -> check(join, type, field.name(), field.type(), graphs));
                }
                type.joins().forEach(join -> check(join, type));
            }
            case InputType input -> {
                Set<Graph> graphs = graphs(type);
                for (InputType.InputField field : input.fields().values()) {
                    check(field.type(), type, field.name());
                    field.joins().forEach(join -> check(join, type, field.name(), field.type(), graphs));
                }
            }
            case UnionType union -> union.members().forEach(member -> check(union, member));
            case Type.ScalarType _, Type.EnumType _ -> {}
        }
    }

    private void check(FieldsType type, Implementation implementation) {
        if (!(supergraph.types().get(implementation.interfaceName()) instanceof InterfaceType)) {
            throw SupergraphException.invalid(
                    "The type " + type.name() + " implements " + implementation.interfaceName()
                            + ", which is not among the interfaces.",
                    position(type.name(), null));
        }
    }

    private void check(UnionType union, UnionType.Member member) {
        if (!(supergraph.types().get(member.name()) instanceof ObjectType)) {
            throw SupergraphException.invalid(
                    "The union " + union.name() + " has the member " + member.name()
                            + ", which is not among the object types.",
                    position(union.name(), null));
        }
    }

    private void check(TypeRef used, Type type, String field) {
        if (!supergraph.types().containsKey(used.name()) && !BUILT_IN.contains(used.name())) {
            throw SupergraphException.invalid(
                    type.name() + "." + field + " uses the type " + used.name() + ", which is not defined.",
                    position(type.name(), field));
        }
    }

    private void check(FieldJoin join, Type type, String field, TypeRef fieldType, Set<Graph> graphs) {
        Graph graph = join.graph();
        if (graph != null && !graphs.contains(graph)) {
            throw SupergraphException.invalid(
                    type.name() + "." + field + " is joined to the graph " + graph.id() + ", but its type "
                            + type.name() + " has no @join__type for that graph.",
                    position(type.name(), field));
        }
        check(join.requires(), type.name(), "requires", type, field);
        String provider = join.type() == null ? fieldType.name() : join.type().name();
        check(join.provides(), provider, "provides", type, field);
    }

    private void check(@Nullable FieldSet set, String selected, String verb, Type type, String field) {
        String fault = fault(set, selected);
        if (fault != null) {
            throw SupergraphException.invalid(
                    "What " + type.name() + "." + field + " " + verb + " is wrong: " + fault + ".",
                    position(type.name(), field));
        }
    }

    private void check(TypeJoin join, Type type) {
        String fault = fault(join.key(), type.name());
        if (fault != null) {
            throw SupergraphException.invalid(
                    "The key of " + type.name() + " in the graph "
                            + join.graph().id() + " is wrong: " + fault + ".",
                    position(type.name(), null));
        }
    }

    private @Nullable String fault(@Nullable FieldSet set, String type) {
        return set == null ? null : fieldSets.fault(type, set.selections());
    }

    private static Set<Graph> graphs(Type type) {
        Set<Graph> graphs = new LinkedHashSet<>();
        type.joins().forEach(join -> graphs.add(join.graph()));
        return graphs;
    }

    private Position position(String type, @Nullable String field) {
        TypeDefinition definition = definitions.types().get(type);
        if (definition == null) {
            return Position.NONE;
        }
        List<? extends Node> fields = switch (definition) {
            case FieldsDefinition fielded ->
                fielded.fields().stream()
                        .filter(each -> each.name().equals(field))
                        .toList();
            case InputDefinition input ->
                input.fields().stream()
                        .filter(each -> each.name().equals(field))
                        .toList();
            default -> List.of();
        };
        return fields.isEmpty() ? definition.position() : fields.getFirst().position();
    }
}
