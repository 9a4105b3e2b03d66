package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.supergraph.Link;
import io.asyncflow.gateway.supergraph.Supergraph;

/** What the directive of a linked specification is called in the supergraph. */
final class SpecNames {

    private SpecNames() {}

    /** Of a specification whose only directive is called like itself. */
    static String directive(Supergraph supergraph, String spec) {
        for (Link link : supergraph.links()) {
            if (link.url().contains("/" + spec + "/")) {
                return name(link, spec);
            }
        }
        return spec;
    }

    private static String name(Link link, String spec) {
        for (Link.Import imported : link.imports()) {
            if (imported.name().equals("@" + spec)) {
                return imported.as().replaceFirst("^@", "");
            }
        }
        return link.as() == null ? spec : link.as();
    }
}
