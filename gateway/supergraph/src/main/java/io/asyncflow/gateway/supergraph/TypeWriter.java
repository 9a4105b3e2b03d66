package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InterfaceDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ObjectDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.Implementation;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.List;

/** Turns types into definitions whose directives say their joins. */
final class TypeWriter {

    TypeDefinition definition(Type type) {
        String name = type.name();
        String description = type.description();
        List<Directive> directives = directives(type);
        return switch (type) {
            case ObjectType object ->
                new ObjectDefinition(
                        description, name, interfaces(object), directives, fields(object), false, Position.NONE);
            case InterfaceType each ->
                new InterfaceDefinition(
                        description, name, interfaces(each), directives, fields(each), false, Position.NONE);
            case ScalarType _ -> new ScalarDefinition(description, name, directives, false, Position.NONE);
            case UnionType union -> {
                List<String> members =
                        union.members().stream().map(UnionType.Member::name).toList();
                yield new UnionDefinition(description, name, directives, members, false, Position.NONE);
            }
            case EnumType each ->
                new EnumDefinition(
                        description,
                        name,
                        directives,
                        each.values().values().stream().map(TypeWriter::value).toList(),
                        false,
                        Position.NONE);
            case InputType input ->
                new InputDefinition(
                        description,
                        name,
                        directives,
                        input.fields().values().stream()
                                .map(TypeWriter::inputField)
                                .toList(),
                        false,
                        Position.NONE);
        };
    }

    private static List<Directive> directives(Type type) {
        List<Directive> directives = new ArrayList<>();
        if (type instanceof FieldsType fielded) {
            fielded.implementations().forEach(each -> directives.add(JoinWriter.implementation(each)));
        }
        type.joins().forEach(join -> directives.add(JoinWriter.type(join)));
        if (type instanceof UnionType union) {
            for (UnionType.Member member : union.members()) {
                member.graphs().forEach(graph -> directives.add(JoinWriter.member(graph, member.name())));
            }
        }
        directives.addAll(type.directives());
        return directives;
    }

    private static List<String> interfaces(FieldsType type) {
        return type.implementations().stream()
                .map(Implementation::interfaceName)
                .distinct()
                .toList();
    }

    private static List<FieldDefinition> fields(FieldsType type) {
        return type.fields().values().stream().map(TypeWriter::field).toList();
    }

    private static FieldDefinition field(Field field) {
        return new FieldDefinition(
                field.description(),
                field.name(),
                field.arguments(),
                field.type(),
                directives(field.joins(), field.directives()),
                Position.NONE);
    }

    private static InputValueDefinition inputField(InputType.InputField field) {
        return new InputValueDefinition(
                field.description(),
                field.name(),
                field.type(),
                field.defaultValue(),
                directives(field.joins(), field.directives()),
                Position.NONE);
    }

    private static EnumValueDefinition value(EnumType.EnumValue value) {
        List<Directive> directives = new ArrayList<>();
        value.graphs().forEach(graph -> directives.add(JoinWriter.enumValue(graph)));
        directives.addAll(value.directives());
        return new EnumValueDefinition(value.description(), value.name(), directives, Position.NONE);
    }

    private static List<Directive> directives(List<FieldJoin> joins, List<Directive> others) {
        List<Directive> directives = new ArrayList<>();
        joins.forEach(join -> directives.add(JoinWriter.field(join)));
        directives.addAll(others);
        return directives;
    }
}
