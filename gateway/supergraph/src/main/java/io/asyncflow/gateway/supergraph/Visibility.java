package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a supergraph clients may see. */
final class Visibility {

    /** Directives that need no definition. */
    private static final Set<String> BUILT_IN = Set.of("deprecated", "specifiedBy", "oneOf");

    /** Whether operations may use these is the gateway's to say, not the subgraphs'. */
    private static final Set<String> GATEWAYS_OWN = Set.of("defer", "stream");

    private final @Nullable String inaccessible;
    private final Set<String> hiddenTypes = new HashSet<>();
    private final Set<String> directives = new HashSet<>(BUILT_IN);

    Visibility(Supergraph supergraph) {
        List<Link> links = supergraph.links();
        inaccessible = supergraph.directiveOf(Specifications.INACCESSIBLE, "inaccessible");
        for (Type type : supergraph.types().values()) {
            if (hides(type.directives()) || links.stream().anyMatch(link -> link.definesType(type.name()))) {
                hiddenTypes.add(type.name());
            }
        }
        for (String directive : supergraph.directives().keySet()) {
            if (!GATEWAYS_OWN.contains(directive)
                    && links.stream().noneMatch(link -> link.definesDirective(directive))) {
                directives.add(directive);
            }
        }
    }

    boolean shows(String type) {
        return !hiddenTypes.contains(type);
    }

    boolean showsDirective(DirectiveDefinition directive) {
        return directives.contains(directive.name());
    }

    /** Whether an element with these directives and this type is to be seen. */
    boolean shows(List<Directive> directives, TypeRef type) {
        return !hides(directives) && shows(type.name());
    }

    boolean hides(List<Directive> directives) {
        return directives.stream().anyMatch(directive -> directive.name().equals(inaccessible));
    }

    List<Directive> shown(List<Directive> directives) {
        return directives.stream()
                .filter(directive -> this.directives.contains(directive.name()))
                .toList();
    }
}
