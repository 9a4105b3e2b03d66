package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Value.StringValue;
import io.asyncflow.gateway.supergraph.Link;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names by which one subgraph knows the directives of the specifications it links. */
final class Vocabulary {

    private static final String FEDERATION_PREFIX = "federation:";

    private final SubgraphSchema schema;
    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Map<String, Feature> byAlias = new LinkedHashMap<>();
    private final Map<String, String> namesHere = new LinkedHashMap<>();
    private final Map<String, Origin> imported = new LinkedHashMap<>();

    Vocabulary(SubgraphSchema schema) {
        this.schema = schema;
        for (Link link : schema.links()) {
            Feature feature = Feature.of(link);
            if (feature != null && features.putIfAbsent(feature.url().identity(), feature) == null) {
                add(feature);
            }
        }
    }

    private void add(Feature feature) {
        byAlias.putIfAbsent(feature.alias(), feature);
        feature.imports().forEach((name, here) -> {
            if (name.startsWith("@") && here.startsWith("@")) {
                imported.putIfAbsent(here.substring(1), new Origin(feature, name.substring(1)));
            }
        });
    }

    /**
     * Where a directive comes from.
     *
     * @param name its name in the specification, or null where that name is imported as another one
     */
    record Origin(Feature feature, @Nullable String name) {}

    SubgraphSchema schema() {
        return schema;
    }

    Collection<Feature> features() {
        return features.values();
    }

    @Nullable
    Feature feature(String identity) {
        return features.get(identity);
    }

    /** Where the subgraph links the specification. */
    Place place(Feature feature) {
        for (Directive directive : schema.schema().directives()) {
            if (directive.name().equals(Federation.LINK)
                    && directive.argument("url") instanceof StringValue(String url)
                    && feature.url().equals(SpecificationUrl.parse(url))) {
                return Place.of(schema.name(), directive.position());
            }
        }
        return Place.of(schema.name(), schema.schema().position());
    }

    /** What the subgraph's own SDL calls the directive that the schema applies under the given name. */
    String nameHere(String name) {
        return name.startsWith(FEDERATION_PREFIX)
                ? namesHere.computeIfAbsent(name, key -> federationName(key.substring(FEDERATION_PREFIX.length())))
                : name;
    }

    /** What the subgraph calls Federation's directive, which it may also have from that directive's own specification. */
    String federationName(String directive) {
        Feature federation = features.get(Specification.FEDERATION);
        if (federation != null && federation.imports(directive)) {
            return federation.nameHere(directive);
        }
        SpecificationDirective own = SpecificationDirective.named(directive);
        Feature direct = own == null ? null : features.get(own.specification().identity());
        if (direct != null) {
            return direct.nameHere(directive);
        }
        return federation == null ? directive : federation.nameHere(directive);
    }

    /** The specification that a directive of this name belongs to, or null where it is the subgraph's own. */
    @Nullable
    Origin origin(String nameHere) {
        Origin origin = imported.get(nameHere);
        if (origin != null) {
            return origin;
        }
        Feature whole = byAlias.get(nameHere);
        if (whole != null) {
            return named(whole, whole.url().name());
        }
        int prefix = nameHere.indexOf("__");
        Feature feature = prefix <= 0 ? null : byAlias.get(nameHere.substring(0, prefix));
        return feature == null ? null : named(feature, nameHere.substring(prefix + 2));
    }

    private static Origin named(Feature feature, String name) {
        return new Origin(feature, feature.imports(name) ? null : name);
    }
}
