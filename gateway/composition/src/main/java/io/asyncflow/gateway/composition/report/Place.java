package io.asyncflow.gateway.composition.report;

import io.asyncflow.gateway.language.Position;

/** Where in a subgraph's SDL. */
public record Place(String subgraph, int line, int column) {

    public static Place of(String subgraph, Position position) {
        return new Place(subgraph, position.line(), position.column());
    }
}
