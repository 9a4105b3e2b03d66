package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All subgraphs as one graph. Immutable; equal to another that says the same.
 *
 * <p>What the join and link specifications define (their directives, scalars, enums) is not among the types and
 * directives: {@link #graphs}, {@link #links} and the joins hold what they say.
 *
 * @param links the specifications used, without link and join themselves
 * @param directives definitions of all directives that the types carry and of those composed from subgraphs
 * @param schemaDirectives what else is applied to the schema itself
 */
public record Supergraph(
        List<Graph> graphs,
        List<Link> links,
        @Nullable String description,
        Map<OperationType, String> roots,
        Map<String, Type> types,
        Map<String, DirectiveDefinition> directives,
        List<Directive> schemaDirectives) {

    public Supergraph {
        graphs = List.copyOf(graphs);
        links = List.copyOf(links);
        roots = Ordered.copyOf(roots);
        types = Ordered.copyOf(types);
        directives = Ordered.copyOf(directives);
        schemaDirectives = List.copyOf(schemaDirectives);
    }

    /**
     * The name, without {@code @}, that a specification's directive has here, or null where the specification is not
     * linked.
     *
     * @param specification its address without the version, such as {@code https://specs.apollo.dev/tag}
     */
    public @Nullable String directiveOf(String specification, String directive) {
        for (Link link : links) {
            if (link.identity().equals(specification)) {
                return link.directive(directive);
            }
        }
        return null;
    }
}
