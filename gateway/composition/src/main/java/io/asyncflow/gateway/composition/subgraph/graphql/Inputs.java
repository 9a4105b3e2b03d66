package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.function.BiConsumer;

/** All places of a schema that take a value. */
final class Inputs {

    private Inputs() {}

    static void each(Draft draft, BiConsumer<String, InputValueDefinition> action) {
        for (TypeDefinition type : draft.types().values()) {
            switch (type) {
                case FieldsDefinition fields ->
                    fields.fields()
                            .forEach(field -> field.arguments()
                                    .forEach(argument -> action.accept(
                                            "%s.%s(%s:)".formatted(type.name(), field.name(), argument.name()),
                                            argument)));
                case InputDefinition input ->
                    input.fields().forEach(field -> action.accept(type.name() + "." + field.name(), field));
                case ScalarDefinition _, UnionDefinition _, EnumDefinition _ -> {}
            }
        }
        draft.header()
                .directives()
                .values()
                .forEach(directive -> directive
                        .arguments()
                        .forEach(argument ->
                                action.accept("@%s(%s:)".formatted(directive.name(), argument.name()), argument)));
    }
}
