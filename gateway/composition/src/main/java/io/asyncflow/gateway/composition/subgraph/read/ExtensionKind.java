package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an extension adds counts, whatever kind of type it takes itself to extend, where the type can have it. */
final class ExtensionKind {

    private ExtensionKind() {}

    /** The part as one of the type's kind, or null where it cannot be that. */
    static @Nullable TypeDefinition like(TypeDefinition type, TypeDefinition part) {
        if (part.getClass() == type.getClass()) {
            return part;
        }
        List<FieldDefinition> fields = fields(part);
        List<String> interfaces = part instanceof FieldsDefinition own ? own.interfaces() : List.of();
        return fields == null
                ? null
                : switch (type) {
                    case ObjectDefinition _ ->
                        new ObjectDefinition(
                                null, part.name(), interfaces, part.directives(), fields, true, part.position());
                    case InterfaceDefinition _ ->
                        new InterfaceDefinition(
                                null, part.name(), interfaces, part.directives(), fields, true, part.position());
                    case InputDefinition _ ->
                        new InputDefinition(
                                null,
                                part.name(),
                                part.directives(),
                                fields.stream().map(ExtensionKind::asInput).toList(),
                                true,
                                part.position());
                    case ScalarDefinition _, UnionDefinition _, EnumDefinition _ -> null;
                };
    }

    private static @Nullable List<FieldDefinition> fields(TypeDefinition part) {
        return switch (part) {
            case FieldsDefinition type -> type.fields();
            case InputDefinition type ->
                type.fields().stream().map(ExtensionKind::asField).toList();
            case ScalarDefinition _ -> List.of();
            case UnionDefinition _, EnumDefinition _ -> null;
        };
    }

    private static FieldDefinition asField(InputValueDefinition field) {
        return new FieldDefinition(
                field.description(), field.name(), List.of(), field.type(), field.directives(), field.position());
    }

    private static InputValueDefinition asInput(FieldDefinition field) {
        return new InputValueDefinition(
                field.description(), field.name(), field.type(), null, field.directives(), field.position());
    }
}
