package io.asyncflow.gateway.composition.subgraph.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subgraph links.
 *
 * @param directive the name that {@code @link} goes by
 * @param active whether the links mean anything: a schema that links neither Federation nor the link specification is a
 *     Federation 1 schema, whatever else it links
 * @param explicit whether the link specification itself is linked
 */
public record Links(String directive, boolean active, boolean explicit, List<Feature> features) {

    public Links {
        features = List.copyOf(features);
    }

    /** The link to Federation, or null in a Federation 1 schema. */
    public @Nullable Feature federation() {
        for (Feature feature : features) {
            if (feature.identity().equals(FederationSpecification.IDENTITY)) {
                return feature;
            }
        }
        return null;
    }
}
