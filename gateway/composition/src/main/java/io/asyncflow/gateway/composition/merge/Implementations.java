package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import java.util.ArrayList;
import java.util.List;

/** Which interfaces a type implements, subgraph by subgraph. */
final class Implementations {

    private Implementations() {}

    static List<Implementation> of(List<Contribution<FieldsDefinition>> contributions) {
        List<Implementation> implementations = new ArrayList<>();
        for (Contribution<FieldsDefinition> each : contributions) {
            for (String name : each.element().interfaces()) {
                implementations.add(new Implementation(each.by().graph(), name));
            }
        }
        return implementations;
    }
}
