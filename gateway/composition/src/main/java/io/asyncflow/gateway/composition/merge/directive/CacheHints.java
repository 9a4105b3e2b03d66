package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;

/**
 * {@code @cacheControl}, by which a subgraph's server says how long its answers keep. No specification has it and no
 * subgraph composes it as a rule, yet a gateway that caches needs it: the supergraph records it for each subgraph by
 * itself, since each speaks of its own answers. Unions, on which nothing can be recorded, go without.
 */
final class CacheHints {

    private static final String NAME = "cacheControl";
    private static final String LIFETIME = "maxAge";

    private CacheHints() {}

    static boolean recorded(SubgraphSchema schema, Directive directive, String coordinate) {
        return directive.name().equals(NAME)
                && setsLifetimes(schema)
                && !(schema.types().get(coordinate) instanceof UnionDefinition);
    }

    /** Whether the subgraph's directive of that name is the one that caches know. */
    private static boolean setsLifetimes(SubgraphSchema schema) {
        DirectiveDefinition defined = schema.directives().get(NAME);
        return defined != null
                && defined.arguments().stream()
                        .anyMatch(argument -> argument.name().equals(LIFETIME));
    }
}
