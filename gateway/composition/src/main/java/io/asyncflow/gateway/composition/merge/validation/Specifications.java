package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.supergraph.Link;
import io.asyncflow.gateway.supergraph.Supergraph;
import org.jspecify.annotations.Nullable;

/** The names that Federation's specifications have in a supergraph. */
final class Specifications {

    private static final String ROOT = "https://specs.apollo.dev/";

    private Specifications() {}

    /** What the supergraph calls the directive of the specification that has the same name; null where it links none. */
    static @Nullable String directiveName(Supergraph supergraph, String directive) {
        for (Link link : supergraph.links()) {
            if (link.url().startsWith(ROOT + directive + "/v")) {
                return importedName(link, directive);
            }
        }
        return null;
    }

    private static String importedName(Link link, String directive) {
        for (Link.Import imported : link.imports()) {
            if (imported.name().equals("@" + directive)) {
                return imported.as().substring(1);
            }
        }
        return alias(link);
    }

    /** What the specification's names begin with. */
    static String alias(Link link) {
        String alias = link.as();
        if (alias != null) {
            return alias;
        }
        String identity = link.url().substring(0, Math.max(0, link.url().lastIndexOf('/')));
        return identity.substring(identity.lastIndexOf('/') + 1);
    }
}
