package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every supergraph with join v0.5 defines for itself, the enum of its graphs apart. */
final class JoinSpecification {

    static final String GRAPH = "join__Graph";

    private static final Document DEFINITIONS = Parser.parse("""
            directive @join__directive(
              graphs: [join__Graph!], name: String!, args: join__DirectiveArguments
            ) repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION

            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE

            directive @join__field(
              graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean,
              override: String, usedOverridden: Boolean, overrideLabel: String,
              contextArguments: [join__ContextArgument!]
            ) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION

            directive @join__graph(name: String!, url: String!) on ENUM_VALUE

            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE

            directive @join__type(
              graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true,
              isInterfaceObject: Boolean! = false
            ) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR

            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION

            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

            input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }
            scalar join__DirectiveArguments
            scalar join__FieldSet
            scalar join__FieldValue
            scalar link__Import

            enum link__Purpose {
              "The gateway must understand the specification to give out fields safely."
              SECURITY
              "The gateway must understand the specification to answer operations rightly."
              EXECUTION
            }
            """);

    private JoinSpecification() {}

    static List<Link> links() {
        return List.of(
                new Link(Specifications.LINK + "/v1.0", null, List.of(), null),
                new Link(Specifications.JOIN + "/v0.5", null, List.of(), "EXECUTION"));
    }

    static Map<String, DirectiveDefinition> directives() {
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>();
        for (Definition definition : DEFINITIONS.definitions()) {
            if (definition instanceof DirectiveDefinition directive) {
                directives.put(directive.name(), directive);
            }
        }
        return directives;
    }

    static Map<String, TypeDefinition> types() {
        Map<String, TypeDefinition> types = new LinkedHashMap<>();
        for (Definition definition : DEFINITIONS.definitions()) {
            if (definition instanceof TypeDefinition type) {
                types.put(type.name(), type);
            }
        }
        return types;
    }
}
