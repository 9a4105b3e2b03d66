package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import java.util.List;

/** Who implements whom in a supergraph. */
final class Implementations {

    private Implementations() {}

    /** The interfaces that the type implements in some subgraph. */
    static List<InterfaceType> interfaces(Supergraph supergraph, FieldsType type) {
        return type.implementations().stream()
                .map(Implementation::interfaceName)
                .distinct()
                .map(supergraph.types()::get)
                .filter(InterfaceType.class::isInstance)
                .map(InterfaceType.class::cast)
                .toList();
    }
}
