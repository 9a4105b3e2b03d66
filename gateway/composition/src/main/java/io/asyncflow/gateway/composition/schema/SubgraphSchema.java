package io.asyncflow.gateway.composition.schema;

import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.language.SchemaDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.supergraph.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One subgraph's schema, normalised:
 *
 * <ul>
 *   <li>each type is one definition into which its extensions are folded; {@code extension} is true only where all its
 *       parts were extensions ({@code @extends} does not count: such a type needs no definition elsewhere);
 *   <li>a {@code @key} that an extension gives, or that stands on a type with {@code @extends}, has the additional
 *       argument {@code extension: true};
 *   <li>{@code @external} and {@code @shareable} stand on fields only: where a type has them, the fields of the same
 *       part have them; {@code @external} is gone from the fields that the key of such an extension names, because
 *       Federation does not take it at its word;
 *   <li>root types are called Query, Mutation and Subscription, whatever the subgraph calls them;
 *   <li>directives of the Federation specifications are applied under the canonical names of {@link Federation},
 *       whatever the subgraph imports them as, so that no rule ever looks a name up;
 *   <li>{@code @shareable} and {@code @external} stand on each field that they mean, and on no type: {@code @external} is
 *       gone from keys of extensions, which the subgraph resolves after all; {@code @extends} is gone, too;
 *   <li>what Federation itself defines ({@code _Any}, {@code _Service}, {@code _entities}, {@code link__Import} ...) is
 *       gone;
 *   <li>a Federation 1 schema is upgraded to what it means in Federation 2.
 * </ul>
 *
 * <p>All nodes keep the positions they have in the subgraph's SDL.
 *
 * @param schema the {@code schema} block, its extensions folded in: a description, {@code @link} (as {@link
 *     Federation#LINK}), {@code @composeDirective} and whatever else is applied to the schema itself
 * @param directives the subgraph's own directive definitions
 */
public record SubgraphSchema(
        String name,
        String url,
        FederationVersion version,
        List<Link> links,
        SchemaDefinition schema,
        Set<OperationType> roots,
        Map<String, TypeDefinition> types,
        Map<String, DirectiveDefinition> directives) {

    public SubgraphSchema {
        links = List.copyOf(links);
        roots = Set.copyOf(roots);
        types = Ordered.copyOf(types);
        directives = Ordered.copyOf(directives);
    }
}
