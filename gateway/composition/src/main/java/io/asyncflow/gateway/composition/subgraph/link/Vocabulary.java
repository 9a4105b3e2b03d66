package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The directives and types that a schema has without being their owner: GraphQL's, and those of the specifications it
 * links, whether it repeats their definitions or not.
 *
 * @param canonical the canonical name of each linked directive, by its name in the schema
 * @param directives what they are, by canonical name; as the schema defines them where it does
 * @param types by their names in the schema
 * @param linked the names among them that come from linked specifications
 */
public record Vocabulary(
        Map<String, String> canonical,
        Map<String, DirectiveDefinition> directives,
        Map<String, TypeDefinition> types,
        Set<String> linked) {

    public Vocabulary {
        canonical = Ordered.copyOf(canonical);
        directives = Ordered.copyOf(directives);
        types = Ordered.copyOf(types);
        linked = Set.copyOf(linked);
    }

    public String canonical(String directive) {
        return canonical.getOrDefault(directive, directive);
    }

    public @Nullable DirectiveDefinition directive(String name) {
        return directives.get(name);
    }

    public @Nullable TypeDefinition type(String name) {
        return types.get(name);
    }

    /** Whether the schema need not, and does not, own this directive. */
    public boolean owns(String directive) {
        return canonical.containsKey(directive) || directives.containsKey(directive);
    }
}
