package io.asyncflow.gateway.composition.subgraph.link;

import io.asyncflow.gateway.composition.schema.FederationVersion;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.supergraph.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A specification that a subgraph links.
 *
 * @param name what the specification calls itself
 * @param alias what the subgraph calls it, which also prefixes what is not imported
 * @param imports the elements with a name of their own here, {@code @} included for directives
 * @param application the {@code @link} that says so
 */
public record Feature(
        String identity,
        String name,
        FeatureVersion version,
        String alias,
        List<Link.Import> imports,
        @Nullable String purpose,
        Directive application) {

    public Feature {
        imports = List.copyOf(imports);
    }

    public Link asLink() {
        return new Link(identity + "/" + version, alias.equals(name) ? null : alias, imports, purpose);
    }

    /** The oldest version of Federation that comes with this specification, or null where any does. */
    public @Nullable FederationVersion needs() {
        Specification specification = KnownSpecifications.find(identity, version);
        return specification == null ? null : specification.needs();
    }

    /** What the subgraph calls a directive of this specification. */
    String directive(String directive) {
        String imported = imported("@" + directive);
        if (imported != null) {
            return imported.substring(1);
        }
        return directive.equals(name) ? alias : alias + "__" + directive;
    }

    /** What the subgraph calls a type of this specification. */
    String type(String type) {
        String imported = imported(type);
        return imported == null ? alias + "__" + type : imported;
    }

    /** The name that an element is imported under, or null where it is not. */
    public @Nullable String imported(String element) {
        for (Link.Import one : imports) {
            if (one.name().equals(element)) {
                return one.as();
            }
        }
        return null;
    }
}
