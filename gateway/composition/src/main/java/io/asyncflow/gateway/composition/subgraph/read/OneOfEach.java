package io.asyncflow.gateway.composition.subgraph.read;

import io.asyncflow.gateway.composition.subgraph.draft.Rewriter;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what all parts of a type repeat as said once: of enum values the first counts, of arguments the last. Federation
 * has always let these pass, unlike fields that are repeated.
 */
final class OneOfEach extends Rewriter {

    private final Set<String> values = new HashSet<>();

    @Override
    public TypeDefinition type(TypeDefinition type) {
        return switch (type) {
            case EnumDefinition(var text, var name, var directives, var given, var extension, var at) -> {
                List<EnumValueDefinition> fresh =
                        given.stream().filter(value -> values.add(value.name())).toList();
                yield fresh.size() == given.size()
                        ? type
                        : new EnumDefinition(text, name, directives, fresh, extension, at);
            }
            case FieldsDefinition fields
            when fields.fields().stream().anyMatch(OneOfEach::repeatsArguments) -> super.type(type);
            default -> type;
        };
    }

    @Override
    protected @Nullable FieldDefinition field(FieldsDefinition type, FieldDefinition field) {
        return new FieldDefinition(
                field.description(),
                field.name(),
                List.copyOf(arguments(field).values()),
                field.type(),
                field.directives(),
                field.position());
    }

    private static boolean repeatsArguments(FieldDefinition field) {
        return field.arguments().size() > 1
                && arguments(field).size() < field.arguments().size();
    }

    private static Map<String, InputValueDefinition> arguments(FieldDefinition field) {
        Map<String, InputValueDefinition> arguments = new LinkedHashMap<>();
        field.arguments().forEach(argument -> arguments.put(argument.name(), argument));
        return arguments;
    }
}
