package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes one type of its definition and its extensions, the definition first. */
public final class Folding {

    private Folding() {}

    public static TypeDefinition fold(List<TypeDefinition> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        TypeDefinition first =
                parts.stream().filter(part -> !part.extension()).findFirst().orElse(parts.getFirst());
        List<TypeDefinition> ordered = new ArrayList<>(List.of(first));
        parts.stream()
                .filter(part -> part != first && part.getClass() == first.getClass())
                .forEach(ordered::add);
        return fold(first, ordered);
    }

    private static TypeDefinition fold(TypeDefinition first, List<TypeDefinition> parts) {
        var directives = all(parts, TypeDefinition::directives);
        return switch (first) {
            case ScalarDefinition(var text, var name, var _, var extension, var at) ->
                new ScalarDefinition(text, name, directives, extension, at);
            case ObjectDefinition(var text, var name, var _, var _, var _, var extension, var at) ->
                new ObjectDefinition(
                        text,
                        name,
                        all(parts, part -> ((FieldsDefinition) part).interfaces()),
                        directives,
                        all(parts, part -> ((FieldsDefinition) part).fields()),
                        extension,
                        at);
            case InterfaceDefinition(var text, var name, var _, var _, var _, var extension, var at) ->
                new InterfaceDefinition(
                        text,
                        name,
                        all(parts, part -> ((FieldsDefinition) part).interfaces()),
                        directives,
                        all(parts, part -> ((FieldsDefinition) part).fields()),
                        extension,
                        at);
            case UnionDefinition(var text, var name, var _, var _, var extension, var at) ->
                new UnionDefinition(
                        text, name, directives, all(parts, part -> ((UnionDefinition) part).members()), extension, at);
            case EnumDefinition(var text, var name, var _, var _, var extension, var at) ->
                new EnumDefinition(
                        text, name, directives, all(parts, part -> ((EnumDefinition) part).values()), extension, at);
            case InputDefinition(var text, var name, var _, var _, var extension, var at) ->
                new InputDefinition(
                        text, name, directives, all(parts, part -> ((InputDefinition) part).fields()), extension, at);
        };
    }

    private static <T> List<T> all(List<TypeDefinition> parts, Function<TypeDefinition, List<T>> members) {
        return parts.stream().flatMap(part -> members.apply(part).stream()).toList();
    }
}
