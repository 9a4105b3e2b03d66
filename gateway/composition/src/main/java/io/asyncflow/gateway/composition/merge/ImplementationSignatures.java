package io.asyncflow.gateway.composition.merge;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Place;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * INVALID_GRAPHQL after the merge: merging may widen a field more in one type than in its interface, or bring together
 * interfaces that the type implements in different subgraphs.
 */
final class ImplementationSignatures {

    private final Scope scope;
    private final Supergraph supergraph;

    ImplementationSignatures(Scope scope, Supergraph supergraph) {
        this.scope = scope;
        this.supergraph = supergraph;
    }

    void check() {
        supergraph.types().values().forEach(type -> {
            if (type instanceof FieldsType fields) {
                Set<String> interfaces = scope.hierarchy().interfacesOf(type.name());
                interfaces.forEach(name -> check(fields, interfaces, name));
            }
        });
    }

    private void check(FieldsType type, Set<String> interfaces, String name) {
        if (!(supergraph.types().get(name) instanceof FieldsType implemented)) {
            return;
        }
        implemented.fields().values().forEach(expected -> {
            Field field = type.fields().get(expected.name());
            if (field != null) {
                check(type.name(), field, name, expected);
            }
        });
        for (String inherited : scope.hierarchy().interfacesOf(name)) {
            if (!interfaces.contains(inherited)) {
                problem(
                        "Type \"" + type.name() + "\" implements \"" + name + "\" but not \"" + inherited
                                + "\", which that interface implements in some subgraph. Let the type implement both.",
                        Contribution.places(scope.types().of(type.name())));
            }
        }
    }

    private void check(String type, Field field, String interfaceName, Field expected) {
        String where = "Field \"" + Coordinate.of(type, field.name()) + "\" ";
        if (!scope.subtyping().isSubtype(expected.type(), field.type(), null)) {
            problem(
                    where + "is \"" + field.type() + "\" in the supergraph, but \""
                            + Coordinate.of(interfaceName, field.name()) + "\" is \"" + expected.type()
                            + "\". Give the interface's field a type that includes it.",
                    places(type, interfaceName, field.name()));
        }
        for (InputValueDefinition argument : expected.arguments()) {
            InputValueDefinition own = argument(field, argument.name());
            if (own == null || !own.type().equals(argument.type())) {
                problem(
                        where + (own == null ? "has no argument" : "has another type for argument") + " \""
                                + argument.name() + "\" in the supergraph, unlike \""
                                + Coordinate.of(interfaceName, field.name())
                                + "\". Give both the same argument in every subgraph.",
                        places(type, interfaceName, field.name()));
            }
        }
        for (InputValueDefinition argument : field.arguments()) {
            if (ArgumentPresence.isRequired(argument) && argument(expected, argument.name()) == null) {
                problem(
                        where + "requires argument \"" + argument.name() + "\" in the supergraph, which \""
                                + Coordinate.of(interfaceName, field.name())
                                + "\" does not have. Make it optional, or add it to the interface's field everywhere.",
                        places(type, interfaceName, field.name()));
            }
        }
    }

    private static @Nullable InputValueDefinition argument(Field field, String name) {
        for (InputValueDefinition argument : field.arguments()) {
            if (argument.name().equals(name)) {
                return argument;
            }
        }
        return null;
    }

    private List<Place> places(String type, String interfaceName, String field) {
        List<Place> places = new ArrayList<>();
        for (Contributor each : scope.contributors()) {
            for (String name : List.of(type, interfaceName)) {
                FieldDefinition definition = each.field(name, field);
                if (definition != null) {
                    places.add(Place.of(each.name(), definition.position()));
                }
            }
        }
        return places;
    }

    private void problem(String message, List<Place> places) {
        scope.findings().problem(ErrorCode.INVALID_GRAPHQL, message, places);
    }
}
