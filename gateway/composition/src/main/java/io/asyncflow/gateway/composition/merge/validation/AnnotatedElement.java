package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.supergraph.Supergraph;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.List;

/** An element of the supergraph that carries directives, with the name that directive definitions have for its kind. */
record AnnotatedElement(Coordinate coordinate, String location, List<Directive> directives) {

    static List<AnnotatedElement> all(Supergraph supergraph) {
        Collection all = new Collection(new ArrayList<>());
        supergraph.types().values().forEach(all::addType);
        return all.elements;
    }

    private record Collection(List<AnnotatedElement> elements) {

        private void addType(Type type) {
            String name = type.name();
            add(Coordinate.type(name), location(type), type.directives());
            switch (type) {
                case FieldsType fields ->
                    fields.fields().values().forEach(field -> {
                        add(Coordinate.member(name, field.name()), "FIELD_DEFINITION", field.directives());
                        for (InputValueDefinition argument : field.arguments()) {
                            add(
                                    Coordinate.argument(name, field.name(), argument.name()),
                                    "ARGUMENT_DEFINITION",
                                    argument.directives());
                        }
                    });
                case InputType input ->
                    input.fields()
                            .values()
                            .forEach(field -> add(
                                    Coordinate.member(name, field.name()),
                                    "INPUT_FIELD_DEFINITION",
                                    field.directives()));
                case EnumType values ->
                    values.values()
                            .values()
                            .forEach(value ->
                                    add(Coordinate.member(name, value.name()), "ENUM_VALUE", value.directives()));
                case ScalarType _, UnionType _ -> {}
            }
        }

        private void add(Coordinate coordinate, String location, List<Directive> directives) {
            if (!directives.isEmpty()) {
                elements.add(new AnnotatedElement(coordinate, location, directives));
            }
        }

        private static String location(Type type) {
            return switch (type) {
                case ObjectType _ -> "OBJECT";
                case InterfaceType _ -> "INTERFACE";
                case InputType _ -> "INPUT_OBJECT";
                case EnumType _ -> "ENUM";
                case ScalarType _ -> "SCALAR";
                case UnionType _ -> "UNION";
            };
        }
    }
}
