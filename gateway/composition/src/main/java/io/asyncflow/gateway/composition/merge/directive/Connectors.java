package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connectors, which the supergraph records and does not apply: {@code @connect}, {@code @source}, and the {@code @link}
 * they come with. It links the newest version itself, whichever the subgraphs do.
 */
final class Connectors {

    static final String IDENTITY = "https://specs.apollo.dev/connect";

    private static final List<String> VERSIONS = List.of("v0.1", "v0.2", "v0.3");

    private static final String PREVIEW = "v0.4";

    private Connectors() {}

    /** The name under which the application is recorded, or null where it is none of a connector. */
    static @Nullable String recorded(Vocabulary vocabulary, Directive directive) {
        return switch (directive.name()) {
            case Federation.LINK -> vocabulary.feature(IDENTITY) != null && isConnect(directive) ? "link" : null;
            case Federation.CONNECT -> nameHere(vocabulary, "connect");
            case Federation.SOURCE -> nameHere(vocabulary, "source");
            default -> null;
        };
    }

    private static boolean isConnect(Directive link) {
        SpecificationUrl url =
                link.argument("url") instanceof StringValue(String text) ? SpecificationUrl.parse(text) : null;
        return url != null && url.identity().equals(IDENTITY);
    }

    private static @Nullable String nameHere(Vocabulary vocabulary, String name) {
        Feature feature = vocabulary.feature(IDENTITY);
        return feature == null ? null : feature.nameHere(name);
    }

    /** The supergraph's link, if some subgraph links a version that is known. */
    static List<Link> links(List<SubgraphSchema> schemas) {
        List<String> linked = schemas.stream()
                .flatMap(schema -> schema.links().stream())
                .map(Link::url)
                .filter(url -> url.startsWith(IDENTITY + "/"))
                .map(url -> url.substring(IDENTITY.length() + 1))
                .toList();
        if (linked.contains(PREVIEW)) {
            return List.of(link(PREVIEW));
        }
        return linked.stream().anyMatch(VERSIONS::contains) ? List.of(link(VERSIONS.getLast())) : List.of();
    }

    private static Link link(String version) {
        return new Link(IDENTITY + "/" + version, null, List.of(), "EXECUTION");
    }
}
