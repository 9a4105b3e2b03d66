package io.asyncflow.gateway.cli.operations;

import io.asyncflow.gateway.cli.api.Api;
import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.LinkedHashMap;
import java.util.List;

/** What every schema has without defining it: introspection, its own directives. */
final class Introspection {

    private static final List<Definition> DEFINITIONS = Parser.parse("""
                    directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
                    directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
                    directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
                    type __Meta { __typename: String! __schema: __Schema! __type(name: String!): __Type }
                    type __Schema {
                      description: String types: [__Type!]! queryType: __Type! mutationType: __Type subscriptionType: __Type
                      directives: [__Directive!]!
                    }
                    type __Type {
                      kind: __TypeKind! name: String description: String specifiedByURL: String isOneOf: Boolean
                      fields(includeDeprecated: Boolean = false): [__Field!] interfaces: [__Type!] possibleTypes: [__Type!]
                      enumValues(includeDeprecated: Boolean = false): [__EnumValue!]
                      inputFields(includeDeprecated: Boolean = false): [__InputValue!] ofType: __Type
                    }
                    type __Field {
                      name: String! description: String args(includeDeprecated: Boolean = false): [__InputValue!]! type: __Type!
                      isDeprecated: Boolean! deprecationReason: String
                    }
                    type __InputValue {
                      name: String! description: String type: __Type! defaultValue: String isDeprecated: Boolean!
                      deprecationReason: String
                    }
                    type __EnumValue { name: String! description: String isDeprecated: Boolean! deprecationReason: String }
                    type __Directive {
                      name: String! description: String isRepeatable: Boolean! locations: [__DirectiveLocation!]!
                      args(includeDeprecated: Boolean = false): [__InputValue!]!
                    }
                    enum __TypeKind { SCALAR OBJECT INTERFACE UNION ENUM INPUT_OBJECT LIST NON_NULL }
                    enum __DirectiveLocation {
                      QUERY MUTATION SUBSCRIPTION FIELD FRAGMENT_DEFINITION FRAGMENT_SPREAD INLINE_FRAGMENT VARIABLE_DEFINITION
                      SCHEMA SCALAR OBJECT FIELD_DEFINITION ARGUMENT_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT
                      INPUT_FIELD_DEFINITION
                    }
                    """).definitions();

    private Introspection() {}

    /** The schema with all that is never written down. */
    static Api complete(Api api) {
        var types = new LinkedHashMap<>(api.types());
        var directives = new LinkedHashMap<>(api.directives());
        for (Definition definition : DEFINITIONS) {
            if (definition instanceof TypeDefinition type) {
                types.putIfAbsent(type.name(), type);
            } else if (definition instanceof DirectiveDefinition directive) {
                directives.putIfAbsent(directive.name(), directive);
            }
        }
        return new Api(api.roots(), types, directives);
    }

    /** {@code __typename}, {@code __schema} and {@code __type}, by name. */
    static FieldDefinition field(String name) {
        for (Definition definition : DEFINITIONS) {
            if (definition instanceof FieldsDefinition meta && meta.name().equals("__Meta")) {
                for (FieldDefinition field : meta.fields()) {
                    if (field.name().equals(name)) {
                        return field;
                    }
                }
            }
        }
        throw new IllegalArgumentException("No field of introspection: " + name);
    }
}
