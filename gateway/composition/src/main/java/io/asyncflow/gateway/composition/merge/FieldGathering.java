package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.merge.FieldSources.Abstraction;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds all fields of an object type or interface, and for each of them who has it, who lacks it and who abstracts it. */
final class FieldGathering {

    private final Scope scope;

    FieldGathering(Scope scope) {
        this.scope = scope;
    }

    List<FieldSources> fields(String type, List<Contribution<FieldsDefinition>> contributions) {
        Map<String, List<Contribution<FieldDefinition>>> byName = new LinkedHashMap<>();
        for (Contribution<FieldsDefinition> each : contributions) {
            for (FieldDefinition field : each.element().fields()) {
                byName.computeIfAbsent(field.name(), key -> new ArrayList<>())
                        .add(new Contribution<>(each.by(), field));
            }
        }
        List<Contribution<FieldsDefinition>> interfaceObjects = interfaceObjects(type);
        List<FieldSources> fields = new ArrayList<>(byName.size());
        byName.forEach((name, with) -> fields.add(new FieldSources(
                type, name, with, Contribution.without(with, contributions), abstractions(name, interfaceObjects))));
        return fields;
    }

    /** What resolves a field that no subgraph defines on the object type itself. */
    FieldSources abstracted(String type, String name) {
        return new FieldSources(type, name, List.of(), List.of(), abstractions(name, interfaceObjects(type)));
    }

    /** The interface objects of the object type's interfaces, in subgraphs without the object type. */
    private List<Contribution<FieldsDefinition>> interfaceObjects(String type) {
        if (scope.types().kind(type) != Kind.OBJECT) {
            return List.of();
        }
        List<Contribution<FieldsDefinition>> interfaceObjects = new ArrayList<>();
        for (String name : scope.hierarchy().interfacesOf(type)) {
            for (Contribution<TypeDefinition> each : scope.types().of(name)) {
                if (Contributor.isInterfaceObject(each.element())
                        && each.by().type(type) == null
                        && each.element() instanceof FieldsDefinition fields) {
                    interfaceObjects.add(new Contribution<>(each.by(), fields));
                }
            }
        }
        return interfaceObjects;
    }

    private static List<Abstraction> abstractions(String field, List<Contribution<FieldsDefinition>> interfaceObjects) {
        if (interfaceObjects.isEmpty()) {
            return List.of();
        }
        List<Abstraction> abstractions = new ArrayList<>();
        for (Contribution<FieldsDefinition> each : interfaceObjects) {
            String interfaceName = each.element().name();
            FieldDefinition definition = each.by().field(interfaceName, field);
            if (definition != null) {
                abstractions.add(new Abstraction(interfaceName, new Contribution<>(each.by(), definition)));
            }
        }
        return abstractions;
    }
}
