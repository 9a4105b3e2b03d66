package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.language.Ordered;
import io.asyncflow.gateway.supergraph.Link;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A specification as one subgraph links it.
 *
 * @param alias the prefix of all names that are not imported
 * @param imports names in the specification, {@code @} included, to names in the subgraph
 */
record Feature(SpecificationUrl url, String alias, Map<String, String> imports) {

    Feature {
        imports = Ordered.copyOf(imports);
    }

    static @Nullable Feature of(Link link) {
        SpecificationUrl url = SpecificationUrl.parse(link.url());
        if (url == null) {
            return null;
        }
        Map<String, String> imports = new LinkedHashMap<>();
        link.imports().forEach(element -> imports.putIfAbsent(element.name(), element.as()));
        String alias = link.as();
        return new Feature(url, alias == null ? url.name() : alias, imports);
    }

    boolean imports(String directive) {
        return imports.containsKey("@" + directive);
    }

    /** What the subgraph calls the specification's directive. */
    String nameHere(String directive) {
        String imported = imports.get("@" + directive);
        return imported == null ? defaultName(url.name(), alias, directive) : imported.substring(1);
    }

    static String defaultName(String specification, String alias, String directive) {
        return directive.equals(specification) ? alias : alias + "__" + directive;
    }
}
