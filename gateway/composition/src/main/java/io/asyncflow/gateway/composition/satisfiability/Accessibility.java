package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code @inaccessible}, under whatever name it goes in the supergraph, keeps from clients. */
final class Accessibility {

    private final String directive;
    private final Set<String> inaccessibleTypes = new HashSet<>();

    Accessibility(Supergraph supergraph) {
        directive = SpecNames.directive(supergraph, "inaccessible");
        for (Type type : supergraph.types().values()) {
            if (isInaccessible(type.directives())) {
                inaccessibleTypes.add(type.name());
            }
        }
    }

    boolean isInaccessible(List<Directive> directives) {
        for (Directive applied : directives) {
            if (applied.name().equals(directive)) {
                return true;
            }
        }
        return false;
    }

    Set<String> inaccessibleTypes() {
        return inaccessibleTypes;
    }
}
