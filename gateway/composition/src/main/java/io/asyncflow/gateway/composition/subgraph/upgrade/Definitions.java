package io.asyncflow.gateway.composition.subgraph.upgrade;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.HashSet;
import java.util.Set;

/**
 * Types that Federation 1 shares by extension stand by themselves; {@code @extends} stays, and marks their keys.
 *
 * <pre>
 * before: extend type Product &#64;key(fields: "id") { id: ID! }
 * after:  type Product &#64;key(fields: "id") { id: ID! }
 * </pre>
 */
final class Definitions extends Step {

    private final Set<String> extensions;

    private Definitions(Set<String> extensions) {
        this.extensions = extensions;
    }

    static Draft of(Draft draft) {
        Set<String> extensions = new HashSet<>();
        for (String type : draft.types().keySet()) {
            if (Extensions.isExtension(draft, type)) {
                extensions.add(type);
            }
        }
        return new Definitions(extensions).rewrite(draft);
    }

    @Override
    protected boolean extension(TypeDefinition type) {
        return type.extension() && !extensions.contains(type.name());
    }
}
