package io.asyncflow.gateway.composition.merge.validation;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.supergraph.Field;
import io.asyncflow.gateway.supergraph.Type;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of the supergraph that has a type.
 *
 * @param isInput whether clients give a value for it
 * @param visible whether clients can see it: neither it nor what it belongs to is hidden
 */
record TypedElement(
        Coordinate coordinate,
        TypeRef type,
        @Nullable Value defaultValue,
        boolean isInput,
        boolean deprecated,
        boolean visible) {

    /** All fields, arguments and input fields. */
    static List<TypedElement> all(Subject subject) {
        Collection all = new Collection(subject.visibility(), new ArrayList<>());
        subject.supergraph().types().values().forEach(all::addType);
        subject.supergraph()
                .directives()
                .forEach((name, directive) -> directive
                        .arguments()
                        .forEach(argument ->
                                all.add(Coordinate.directiveArgument(name, argument.name()), argument, true)));
        return all.elements;
    }

    private record Collection(Visibility visibility, List<TypedElement> elements) {

        private void addType(Type type) {
            boolean visible = !visibility.hides(type.directives());
            if (type instanceof FieldsType fields) {
                fields.fields().values().forEach(field -> addField(type.name(), field, visible));
            } else if (type instanceof InputType input) {
                input.fields()
                        .values()
                        .forEach(field -> add(
                                Coordinate.member(type.name(), field.name()),
                                field.type(),
                                field.defaultValue(),
                                field.directives(),
                                visible));
            }
        }

        private void addField(String type, Field field, boolean typeVisible) {
            boolean visible = typeVisible && !visibility.hides(field.directives());
            elements.add(
                    new TypedElement(Coordinate.member(type, field.name()), field.type(), null, false, false, visible));
            field.arguments()
                    .forEach(argument ->
                            add(Coordinate.argument(type, field.name(), argument.name()), argument, visible));
        }

        private void add(Coordinate coordinate, InputValueDefinition value, boolean visible) {
            add(coordinate, value.type(), value.defaultValue(), value.directives(), visible);
        }

        private void add(
                Coordinate coordinate,
                TypeRef type,
                @Nullable Value defaultValue,
                List<Directive> directives,
                boolean visible) {
            elements.add(new TypedElement(
                    coordinate,
                    type,
                    defaultValue,
                    true,
                    directives.stream().anyMatch(directive -> directive.name().equals("deprecated")),
                    visible && !visibility.hides(directives)));
        }
    }
}
