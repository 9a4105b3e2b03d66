package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.schema.Federation;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeRef;
import io.asyncflow.gateway.language.TypeRef.ListType;
import io.asyncflow.gateway.language.Value;
import io.asyncflow.gateway.language.Value.EnumValue;
import io.asyncflow.gateway.language.Value.ListValue;
import io.asyncflow.gateway.language.Value.StringValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code @listSize}s of a subgraph, read. */
final class ListSizes {

    private ListSizes() {}

    interface Visitor {

        void visit(Applied listSize, Coordinate coordinate, FieldDefinition field);
    }

    static void each(Facts facts, Visitor visitor) {
        for (Applied listSize : facts.applications(Federation.LIST_SIZE)) {
            if (listSize.site() instanceof OnField(FieldsDefinition type, FieldDefinition field)) {
                visitor.visit(listSize, Coordinate.of(type, field), field);
            }
        }
    }

    /** The names in an argument that takes one or several. */
    static List<String> names(Applied listSize, String argument) {
        return names(listSize.directive().argument(argument));
    }

    private static List<String> names(@Nullable Value value) {
        return switch (value) {
            case StringValue(String name) -> List.of(name);
            case EnumValue(String name) -> List.of(name);
            case ListValue(List<Value> items) ->
                items.stream().flatMap(item -> names(item).stream()).toList();
            case null, default -> List.of();
        };
    }

    static boolean isList(TypeRef type) {
        return type.nullable() instanceof ListType;
    }
}
