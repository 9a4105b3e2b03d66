package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import java.util.List;
import java.util.function.BiConsumer;

/** All elements of a supergraph with their coordinates: {@code Product}, {@code Product.price}, {@code Product.price(in:)}. */
final class Elements {

    private Elements() {}

    static void forEach(Supergraph supergraph, BiConsumer<String, List<Directive>> each) {
        for (Type type : supergraph.types().values()) {
            each.accept(type.name(), type.directives());
            switch (type) {
                case FieldsType fielded ->
                    fielded.fields().values().forEach(field -> forEach(type.name(), field, each));
                case InputType input ->
                    input.fields()
                            .values()
                            .forEach(field -> each.accept(field(type.name(), field.name()), field.directives()));
                case EnumType values ->
                    values.values()
                            .values()
                            .forEach(value -> each.accept(field(type.name(), value.name()), value.directives()));
                case Type.ScalarType _, Type.UnionType _ -> {}
            }
        }
    }

    /** The coordinate of a field, an input field or an enum value. */
    static String field(String type, String field) {
        return type + "." + field;
    }

    static String argument(String type, String field, String argument) {
        return type + "." + field + "(" + argument + ":)";
    }

    private static void forEach(String type, Field field, BiConsumer<String, List<Directive>> each) {
        each.accept(field(type, field.name()), field.directives());
        field.arguments()
                .forEach(argument -> each.accept(argument(type, field.name(), argument.name()), argument.directives()));
    }
}
