package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Definition;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.Document;
import io.asyncflow.gateway.language.EnumValueDefinition;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.language.SchemaDefinition;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema that clients see: the supergraph without what is {@code @inaccessible}, without what names such a thing, and
 * without all that the linked specifications define. What the subgraphs say about use stays: {@code @deprecated},
 * {@code @specifiedBy}, {@code @oneOf} and the directives for operations that all subgraphs know.
 */
public final class ApiSchema {

    private final Supergraph supergraph;
    private final Visibility visibility;

    private ApiSchema(Supergraph supergraph) {
        this.supergraph = supergraph;
        this.visibility = new Visibility(supergraph);
    }

    public static Document of(Supergraph supergraph) {
        return new ApiSchema(supergraph).document();
    }

    private Document document() {
        List<Definition> definitions = new ArrayList<>();
        Map<OperationType, String> roots = new LinkedHashMap<>(supergraph.roots());
        roots.values().removeIf(root -> !visibility.shows(root));
        if (supergraph.description() != null || !areDefault(roots)) {
            definitions.add(new SchemaDefinition(supergraph.description(), List.of(), roots, false, Position.NONE));
        }
        for (DirectiveDefinition directive : supergraph.directives().values()) {
            if (visibility.showsDirective(directive)) {
                definitions.add(directive(directive));
            }
        }
        for (Type type : supergraph.types().values()) {
            if (visibility.shows(type.name())) {
                definitions.add(definition(type));
            }
        }
        return new Document(definitions);
    }

    private boolean areDefault(Map<OperationType, String> roots) {
        for (OperationType operation : OperationType.values()) {
            String root = roots.get(operation);
            boolean isDefault = root == null ? !isType(operation.rootName()) : root.equals(operation.rootName());
            if (!isDefault) {
                return false;
            }
        }
        return true;
    }

    private boolean isType(String name) {
        return supergraph.types().containsKey(name) && visibility.shows(name);
    }

    private TypeDefinition definition(Type type) {
        String name = type.name();
        String description = type.description();
        List<Directive> directives = visibility.shown(type.directives());
        return switch (type) {
            case ScalarType _ -> new ScalarDefinition(description, name, directives, false, Position.NONE);
            case ObjectType object ->
                new ObjectDefinition(
                        description, name, interfaces(object), directives, fields(object), false, Position.NONE);
            case InterfaceType each ->
                new InterfaceDefinition(
                        description, name, interfaces(each), directives, fields(each), false, Position.NONE);
            case UnionType union ->
                new UnionDefinition(description, name, directives, members(union), false, Position.NONE);
            case EnumType each -> new EnumDefinition(description, name, directives, values(each), false, Position.NONE);
            case InputType input ->
                new InputDefinition(description, name, directives, inputFields(input), false, Position.NONE);
        };
    }

    private List<String> interfaces(FieldsType type) {
        return type.implementations().stream()
                .map(Implementation::interfaceName)
                .distinct()
                .filter(visibility::shows)
                .toList();
    }

    private List<String> members(UnionType union) {
        return union.members().stream()
                .map(UnionType.Member::name)
                .filter(visibility::shows)
                .toList();
    }

    private List<FieldDefinition> fields(FieldsType type) {
        List<FieldDefinition> fields = new ArrayList<>();
        for (Field field : type.fields().values()) {
            if (visibility.shows(field.directives(), field.type())) {
                fields.add(new FieldDefinition(
                        field.description(),
                        field.name(),
                        inputValues(field.arguments()),
                        field.type(),
                        visibility.shown(field.directives()),
                        Position.NONE));
            }
        }
        return fields;
    }

    private List<InputValueDefinition> inputFields(InputType type) {
        List<InputValueDefinition> fields = new ArrayList<>();
        for (InputType.InputField field : type.fields().values()) {
            if (visibility.shows(field.directives(), field.type())) {
                fields.add(new InputValueDefinition(
                        field.description(),
                        field.name(),
                        field.type(),
                        field.defaultValue(),
                        visibility.shown(field.directives()),
                        Position.NONE));
            }
        }
        return fields;
    }

    private List<EnumValueDefinition> values(EnumType type) {
        List<EnumValueDefinition> values = new ArrayList<>();
        for (EnumType.EnumValue value : type.values().values()) {
            if (!visibility.hides(value.directives())) {
                values.add(new EnumValueDefinition(
                        value.description(), value.name(), visibility.shown(value.directives()), Position.NONE));
            }
        }
        return values;
    }

    private DirectiveDefinition directive(DirectiveDefinition directive) {
        return new DirectiveDefinition(
                directive.description(),
                directive.name(),
                inputValues(directive.arguments()),
                directive.repeatable(),
                directive.locations(),
                Position.NONE);
    }

    private List<InputValueDefinition> inputValues(List<InputValueDefinition> values) {
        return values.stream()
                .filter(value -> visibility.shows(value.directives(), value.type()))
                .map(value -> new InputValueDefinition(
                        value.description(),
                        value.name(),
                        value.type(),
                        value.defaultValue(),
                        visibility.shown(value.directives()),
                        Position.NONE))
                .toList();
    }
}
