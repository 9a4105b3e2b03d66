package io.asyncflow.gateway.composition.subgraph.link;

import java.util.Set;

/** What GraphQL itself defines. */
public final class BuiltIn {

    static final Specification GRAPHQL = Specification.of("""
            scalar Int
            scalar Float
            scalar String
            scalar Boolean
            scalar ID
            directive @include(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @skip(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @deprecated(reason: String = "No longer supported")
              on FIELD_DEFINITION | ENUM_VALUE | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
            directive @specifiedBy(url: String!) on SCALAR
            directive @oneOf on INPUT_OBJECT
            directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @stream(label: String, initialCount: Int = 0, if: Boolean! = true) on FIELD
            """);

    private static final Set<String> INTROSPECTION = Set.of(
            "__Schema",
            "__Type",
            "__TypeKind",
            "__Field",
            "__InputValue",
            "__EnumValue",
            "__Directive",
            "__DirectiveLocation");

    private BuiltIn() {}

    public static boolean isScalar(String type) {
        return GRAPHQL.types().containsKey(type);
    }

    public static boolean isDirective(String directive) {
        return GRAPHQL.directives().containsKey(directive);
    }

    public static boolean isIntrospection(String type) {
        return INTROSPECTION.contains(type);
    }
}
