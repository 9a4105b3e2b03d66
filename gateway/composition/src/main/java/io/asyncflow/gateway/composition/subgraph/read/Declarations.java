package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.link.BuiltIn;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FragmentDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationDefinition;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The definitions of a document, sorted by what they define. */
final class Declarations {

    private final Reporter reporter;
    private final List<SchemaDefinition> schemas = new ArrayList<>();
    private final Map<String, List<TypeDefinition>> types = new LinkedHashMap<>();
    private final Map<String, TypeDefinition> defined = new HashMap<>();
    private final Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();

    private Declarations(Reporter reporter) {
        this.reporter = reporter;
    }

    static Declarations of(Document document, Reporter reporter) {
        Declarations declarations = new Declarations(reporter);
        document.definitions().forEach(declarations::add);
        declarations.types.replaceAll(declarations::settled);
        declarations.directives.values().forEach(declarations::checkArguments);
        return declarations;
    }

    List<SchemaDefinition> schemas() {
        return schemas;
    }

    Map<String, List<TypeDefinition>> types() {
        return types;
    }

    Map<String, DirectiveDefinition> directives() {
        return directives;
    }

    private void add(Definition definition) {
        switch (definition) {
            case SchemaDefinition schema -> schemas.add(schema);
            case TypeDefinition type -> add(type);
            case DirectiveDefinition directive -> add(directive);
            case OperationDefinition _, FragmentDefinition _ ->
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "A schema defines types and directives only; move this operation or fragment elsewhere.",
                        definition);
        }
    }

    private void add(DirectiveDefinition directive) {
        DirectiveDefinition before = directives.putIfAbsent(directive.name(), directive);
        if (before != null) {
            String message = "Directive @%s is defined twice; keep one of the definitions.";
            reporter.report(ErrorCode.INVALID_GRAPHQL, message.formatted(directive.name()), before, directive);
        }
    }

    /** A definition is complete by itself: not even the types of linked specifications are there for it. */
    private void checkArguments(DirectiveDefinition directive) {
        for (InputValueDefinition argument : directive.arguments()) {
            String type = argument.type().name();
            if (!types.containsKey(type) && !BuiltIn.isScalar(type)) {
                String message =
                        "Directive @%s takes \"%s\" of type %s, but the subgraph defines no \"%s\"; define it.";
                reporter.reportGrave(
                        ErrorCode.INVALID_GRAPHQL,
                        message.formatted(directive.name(), argument.name(), argument.type(), type),
                        argument);
            }
        }
    }

    private void add(TypeDefinition type) {
        String name = type.name();
        if (BuiltIn.isIntrospection(name)) {
            return;
        }
        if (BuiltIn.isScalar(name)) {
            addScalar(type);
            return;
        }
        TypeDefinition before = type.extension() ? null : defined.putIfAbsent(name, type);
        if (before != null) {
            String message = "Type \"%s\" is defined twice; rename one, or make it an extension with \"extend\".";
            reporter.reportGrave(ErrorCode.INVALID_GRAPHQL, message.formatted(name), before, type);
            return;
        }
        types.computeIfAbsent(name, _ -> new ArrayList<>()).add(type);
    }

    /** All parts are of the kind of the definition, or of the first extension where there is no definition. */
    private List<TypeDefinition> settled(String name, List<TypeDefinition> parts) {
        TypeDefinition first = defined.getOrDefault(name, parts.getFirst());
        OneOfEach once = new OneOfEach();
        List<TypeDefinition> settled = new ArrayList<>();
        for (TypeDefinition part : parts) {
            TypeDefinition alike = ExtensionKind.like(first, part);
            if (alike == null) {
                String message = "Type \"%s\" is declared as two kinds of type; make all its parts the same kind.";
                reporter.reportGrave(ErrorCode.INVALID_GRAPHQL, message.formatted(name), first, part);
            } else {
                settled.add(once.type(alike));
            }
        }
        return settled;
    }

    /** Repeating what GraphQL defines is harmless; changing it is not. */
    private void addScalar(TypeDefinition type) {
        if (type.extension() || !(type instanceof ScalarDefinition)) {
            String message = "\"%s\" is GraphQL's own scalar and cannot be extended or be anything else.";
            reporter.reportGrave(ErrorCode.INVALID_GRAPHQL, message.formatted(type.name()), type);
        }
    }
}
