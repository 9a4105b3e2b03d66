package io.asyncflow.gateway.composition.satisfiability;

import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.Optional;

/** Where a subgraph's schema defines a field. */
final class FieldPlace {

    private FieldPlace() {}

    static Optional<Place> of(SubgraphSchema schema, String type, String name) {
        if (!(schema.types().get(type) instanceof FieldsDefinition fields)) {
            return Optional.empty();
        }
        return fields.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(field -> Place.of(schema.name(), field.position()))
                .findFirst();
    }
}
