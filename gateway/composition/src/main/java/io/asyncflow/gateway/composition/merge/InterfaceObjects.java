package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.ArrayList;
import java.util.List;

/** INTERFACE_OBJECT_USAGE_ERROR: who abstracts an interface as an object type does not define its implementations. */
final class InterfaceObjects {

    private final Scope scope;

    InterfaceObjects(Scope scope) {
        this.scope = scope;
    }

    void check(String name, List<Contribution<FieldsDefinition>> contributions) {
        for (Contribution<FieldsDefinition> each : contributions) {
            if (Contributor.isInterfaceObject(each.element())) {
                check(name, each);
            }
        }
    }

    private void check(String name, Contribution<FieldsDefinition> interfaceObject) {
        Contributor by = interfaceObject.by();
        List<String> defined = new ArrayList<>();
        List<Place> places = new ArrayList<>(List.of(interfaceObject.place()));
        for (String implementation : scope.hierarchy().implementationsOf(name)) {
            TypeDefinition type = by.type(implementation);
            if (type != null) {
                defined.add("\"" + implementation + "\"");
                places.add(Place.of(by.name(), type.position()));
            }
        }
        if (!defined.isEmpty()) {
            scope.findings()
                    .problem(
                            ErrorCode.INTERFACE_OBJECT_USAGE_ERROR,
                            "Subgraph \"" + by.name() + "\" has \"" + name
                                    + "\" as an interface object, which stands for all implementations, but defines "
                                    + Wording.list(defined)
                                    + " as well. Remove those types there, or define the interface as an interface.",
                            places);
        }
    }
}
