package io.asyncflow.gateway.planner.world;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A subgraph's own schema, with what Federation adds to it. */
final class SubgraphTypes {

    static final String ENTITY = "_Entity";

    private final SubgraphSchema schema;

    SubgraphTypes(SubgraphSchema schema) {
        this.schema = schema;
    }

    String name() {
        return schema.name();
    }

    Map<String, TypeDefinition> types() {
        return schema.types();
    }

    boolean isRoot(String type) {
        for (OperationType root : OperationType.values()) {
            if (root.rootName().equals(type)) {
                return true;
            }
        }
        return false;
    }

    boolean isComposite(String type) {
        return type.equals(ENTITY)
                || schema.types().get(type) instanceof FieldsDefinition
                || schema.types().get(type) instanceof UnionDefinition;
    }

    @Nullable
    FieldDefinition field(String type, String name) {
        if (name.equals("__typename")) {
            return new FieldDefinition(null, name, List.of(), Parser.type("String!"), List.of(), Position.NONE);
        }
        if (type.equals("Query") && name.equals("_entities")) {
            InputValueDefinition representations = new InputValueDefinition(
                    null, "representations", Parser.type("[_Any!]!"), null, List.of(), Position.NONE);
            return new FieldDefinition(
                    null, name, List.of(representations), Parser.type("[_Entity]!"), List.of(), Position.NONE);
        }
        return schema.types().get(type) instanceof FieldsDefinition fielded
                ? fielded.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** The object types that a value of the type can have here. */
    Set<String> possible(String type) {
        Set<String> possible = new LinkedHashSet<>();
        switch (schema.types().get(type)) {
            case ObjectDefinition object -> possible.add(object.name());
            case UnionDefinition union -> possible.addAll(union.members());
            case InterfaceDefinition _ ->
                schema.types().values().forEach(each -> {
                    if (each instanceof ObjectDefinition object
                            && object.interfaces().contains(type)) {
                        possible.add(object.name());
                    }
                });
            case null, default -> {}
        }
        if (type.equals(ENTITY)) {
            schema.types().values().stream()
                    .filter(SubgraphTypes::isEntity)
                    .forEach(each -> possible.addAll(possible(each.name())));
        }
        if (type.equals("Query")) {
            possible.add(type);
        }
        return possible;
    }

    private static boolean isEntity(TypeDefinition type) {
        return type.directives().stream().anyMatch(each -> each.name().equals(Federation.KEY));
    }
}
