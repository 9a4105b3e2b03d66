package io.asyncflow.gateway.planner.api;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.Parser;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every schema has without defining it: introspection, its own directives. */
public final class Introspection {

    /** Holds the fields that no type declares, and is no type itself. */
    private static final String ROOT = "__Meta";

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

    private static final List<String> SCALARS = List.of("Int", "Float", "String", "Boolean", "ID");

    private static final Api META = Api.of(new Document(DEFINITIONS));

    private Introspection() {}

    /** The schema with all that is never written down. */
    public static Api complete(Api api) {
        var types = new LinkedHashMap<>(api.types());
        var directives = new LinkedHashMap<>(api.directives());
        META.types().forEach(types::putIfAbsent);
        types.remove(ROOT);
        META.directives().forEach(directives::putIfAbsent);
        SCALARS.forEach(
                name -> types.putIfAbsent(name, new ScalarDefinition(null, name, List.of(), false, Position.NONE)));
        return new Api(api.description(), api.roots(), types, directives);
    }

    /** The types of introspection alone. */
    public static Api types() {
        return META;
    }

    /** {@code __schema} and {@code __type} of the query root, and {@code __typename} of any type. */
    public static @Nullable FieldDefinition field(String name) {
        return META.field(ROOT, name);
    }
}
