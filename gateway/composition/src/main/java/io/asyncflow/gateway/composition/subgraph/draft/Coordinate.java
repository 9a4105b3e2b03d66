package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;

/** A field of a type, by name: {@code Product.price}. */
public record Coordinate(String type, String field) {

    public static Coordinate of(TypeDefinition type, FieldDefinition field) {
        return new Coordinate(type.name(), field.name());
    }

    @Override
    public String toString() {
        return type + "." + field;
    }
}
