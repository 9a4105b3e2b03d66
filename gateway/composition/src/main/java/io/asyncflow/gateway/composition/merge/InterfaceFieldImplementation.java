package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.List;

/**
 * INTERFACE_FIELD_NO_IMPLEM: a type has all fields of its interfaces, also those that the interface has only in
 * subgraphs that do not know the type.
 */
final class InterfaceFieldImplementation {

    private final Scope scope;
    private final Supergraph supergraph;

    InterfaceFieldImplementation(Scope scope, Supergraph supergraph) {
        this.scope = scope;
        this.supergraph = supergraph;
    }

    void check() {
        supergraph.types().values().forEach(type -> {
            if (type instanceof FieldsType fields) {
                scope.hierarchy().interfacesOf(type.name()).forEach(name -> check(fields, name));
            }
        });
    }

    private void check(FieldsType type, String interfaceName) {
        if (supergraph.types().get(interfaceName) instanceof FieldsType implemented) {
            for (String field : implemented.fields().keySet()) {
                if (!type.fields().containsKey(field)) {
                    problem(type.name(), interfaceName, field);
                }
            }
        }
    }

    private void problem(String type, String interfaceName, String field) {
        List<Contributor> declaring = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (Contribution<TypeDefinition> each : scope.types().of(interfaceName)) {
            FieldDefinition definition = each.by().field(interfaceName, field);
            if (each.element() instanceof InterfaceDefinition && definition != null) {
                declaring.add(each.by());
                places.add(Place.of(each.by().name(), definition.position()));
            }
        }
        List<Contribution<TypeDefinition>> implementing = scope.types().of(type).stream()
                .filter(each -> each.element() instanceof FieldsDefinition fields
                        && fields.interfaces().contains(interfaceName))
                .toList();
        places.addAll(Contribution.places(implementing));
        scope.findings()
                .problem(
                        ErrorCode.INTERFACE_FIELD_NO_IMPLEM,
                        "Type \"" + type + "\" implements \"" + interfaceName + "\" in "
                                + Wording.subgraphs(implementing) + " but has no field \"" + field
                                + "\", which the interface has in " + Wording.contributors(declaring)
                                + ". Add the field to the type, or remove it from the interface.",
                        places);
    }
}
