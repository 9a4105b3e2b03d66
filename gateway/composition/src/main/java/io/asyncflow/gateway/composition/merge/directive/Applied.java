package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.Position;
import java.util.List;

/**
 * What one subgraph applies to one element.
 *
 * @param position where the element stands in that subgraph
 */
public record Applied(SubgraphSchema schema, Position position, List<Directive> directives) {

    public Applied {
        directives = List.copyOf(directives);
    }

    Place place() {
        return Place.of(schema.name(), position);
    }
}
