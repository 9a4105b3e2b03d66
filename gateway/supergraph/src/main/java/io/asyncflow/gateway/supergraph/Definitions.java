package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a document defines, each name once. */
record Definitions(
        SchemaDefinition schema, Map<String, TypeDefinition> types, Map<String, DirectiveDefinition> directives) {

    static Definitions of(Document document) {
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        SchemaDefinition schema = null;
        for (Definition definition : document.definitions()) {
            switch (definition) {
                case SchemaDefinition part -> schema = joined(schema, part);
                case TypeDefinition type -> {
                    refuseExtension(type);
                    refuseSecond(types.put(type.name(), type), "The type " + type.name(), type.position());
                }
                case DirectiveDefinition directive ->
                    refuseSecond(
                            directives.put(directive.name(), directive),
                            "The directive @" + directive.name(),
                            directive.position());
                case OperationDefinition _, FragmentDefinition _ ->
                    throw SupergraphException.invalid(
                            "A supergraph holds no operations or fragments.", definition.position());
            }
        }
        if (schema == null) {
            throw SupergraphException.invalid(
                    "There is no schema definition, and so no @link to the specifications a supergraph is made of."
                            + " Is this a subgraph's own schema?",
                    new Position(1, 1));
        }
        return new Definitions(schema, types, directives);
    }

    private static SchemaDefinition joined(@Nullable SchemaDefinition first, SchemaDefinition second) {
        if (first == null) {
            return second;
        }
        List<Directive> directives = new ArrayList<>(first.directives());
        directives.addAll(second.directives());
        Map<OperationType, String> roots = new LinkedHashMap<>(first.roots());
        roots.putAll(second.roots());
        String description = first.description() == null ? second.description() : first.description();
        return new SchemaDefinition(description, directives, roots, false, first.position());
    }

    private static void refuseExtension(TypeDefinition type) {
        if (type.extension()) {
            throw SupergraphException.invalid(
                    "The type " + type.name() + " is extended, but a supergraph defines each type in one place."
                            + " Is this a subgraph's own schema?",
                    type.position());
        }
    }

    private static void refuseSecond(@Nullable Object first, String what, Position position) {
        if (first != null) {
            throw SupergraphException.invalid(what + " is defined twice.", position);
        }
    }
}
