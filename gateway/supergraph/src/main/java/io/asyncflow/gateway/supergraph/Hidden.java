package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The elements that a contract hides, by coordinate; at first those that are inaccessible anyway. */
final class Hidden {

    private final Set<String> coordinates = new HashSet<>();
    private final Supergraph supergraph;

    Hidden(Supergraph supergraph) {
        this.supergraph = supergraph;
        String inaccessible = supergraph.directiveOf(Specifications.INACCESSIBLE, "inaccessible");
        if (inaccessible != null) {
            Elements.forEach(supergraph, (coordinate, directives) -> {
                if (has(directives, inaccessible)) {
                    coordinates.add(coordinate);
                }
            });
        }
    }

    boolean has(String coordinate) {
        return coordinates.contains(coordinate);
    }

    /** Hides the element unless it is; tells whether that changed anything. What specifications define is not hidden. */
    boolean add(String coordinate) {
        return !isSpecifications(coordinate) && coordinates.add(coordinate);
    }

    private boolean isSpecifications(String coordinate) {
        return supergraph.links().stream().anyMatch(link -> link.definesType(coordinate));
    }

    private static boolean has(List<Directive> directives, String name) {
        return directives.stream().anyMatch(directive -> directive.name().equals(name));
    }
}
