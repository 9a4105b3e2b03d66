package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.supergraph.Link;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a supergraph {@code @inaccessible} hides from clients. */
final class Visibility {

    private static final Set<String> BUILT_IN_TYPES = Set.of("Int", "Float", "String", "Boolean", "ID");

    private final Supergraph supergraph;
    private final @Nullable String inaccessible;
    private final List<String> prefixes = new ArrayList<>(List.of("link__", "join__"));
    private final Set<String> imported = new HashSet<>(Set.of("@link"));

    Visibility(Supergraph supergraph) {
        this.supergraph = supergraph;
        inaccessible = Specifications.directiveName(supergraph, "inaccessible");
        for (Link link : supergraph.links()) {
            String alias = Specifications.alias(link);
            prefixes.add(alias + "__");
            imported.add("@" + alias);
            link.imports().forEach(element -> imported.add(element.as()));
        }
    }

    boolean hidesAnything() {
        return inaccessible != null;
    }

    /** Whether an element with these directives is hidden itself; what it belongs to may be hidden as well. */
    boolean hides(List<Directive> directives) {
        return directives.stream().anyMatch(directive -> directive.name().equals(inaccessible));
    }

    boolean hides(String type) {
        Type definition = supergraph.types().get(type);
        return definition != null && hides(definition.directives());
    }

    /** Whether GraphQL itself or a linked specification defines the type. */
    boolean isSpecified(Type type) {
        String name = type.name();
        return BUILT_IN_TYPES.contains(name)
                || name.startsWith("__")
                || imported.contains(name)
                || prefixes.stream().anyMatch(name::startsWith);
    }

    /** The user's own types that clients can see. */
    List<Type> visibleTypes() {
        return supergraph.types().values().stream()
                .filter(type -> !hides(type.directives()) && !isSpecified(type))
                .toList();
    }
}
