package io.asyncflow.gateway.supergraph;

import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Position;
import io.asyncflow.gateway.supergraph.Type.EnumType;
import io.asyncflow.gateway.supergraph.Type.FieldsType;
import io.asyncflow.gateway.supergraph.Type.InputType;
import io.asyncflow.gateway.supergraph.Type.InterfaceType;
import io.asyncflow.gateway.supergraph.Type.ObjectType;
import io.asyncflow.gateway.supergraph.Type.ScalarType;
import io.asyncflow.gateway.supergraph.Type.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks hidden elements {@code @inaccessible}, and links that specification if need be. */
final class HiddenMarks {

    private final Supergraph supergraph;
    private final Hidden hidden;
    private final List<Link> links;
    private final Directive inaccessible;

    HiddenMarks(Supergraph supergraph, Hidden hidden) {
        this.supergraph = supergraph;
        this.hidden = hidden;
        links = new ArrayList<>(supergraph.links());
        String name = supergraph.directiveOf(Specifications.INACCESSIBLE, "inaccessible");
        if (name == null) {
            name = "inaccessible";
            links.add(new Link(Specifications.INACCESSIBLE + "/v0.2", null, List.of(), "SECURITY"));
        }
        inaccessible = new Directive(name, List.of(), Position.NONE);
    }

    Supergraph marked() {
        Map<String, Type> types = new LinkedHashMap<>();
        supergraph.types().forEach((name, type) -> types.put(name, marked(type)));
        Map<String, DirectiveDefinition> directives = new LinkedHashMap<>(supergraph.directives());
        directives.putIfAbsent(inaccessible.name(), definition());
        return new Supergraph(
                supergraph.graphs(),
                links,
                supergraph.description(),
                supergraph.roots(),
                types,
                directives,
                supergraph.schemaDirectives());
    }

    private Type marked(Type type) {
        String name = type.name();
        List<Directive> directives = marked(name, type.directives());
        return switch (type) {
            case ObjectType object ->
                new ObjectType(
                        name, type.description(), object.implementations(), fields(object), type.joins(), directives);
            case InterfaceType each ->
                new InterfaceType(
                        name, type.description(), each.implementations(), fields(each), type.joins(), directives);
            case ScalarType _ -> new ScalarType(name, type.description(), type.joins(), directives);
            case UnionType union -> new UnionType(name, type.description(), union.members(), type.joins(), directives);
            case EnumType values -> new EnumType(name, type.description(), values(values), type.joins(), directives);
            case InputType input ->
                new InputType(name, type.description(), inputFields(input), type.joins(), directives);
        };
    }

    private Map<String, Field> fields(FieldsType type) {
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Field field : type.fields().values()) {
            List<InputValueDefinition> arguments = field.arguments().stream()
                    .map(argument -> marked(Elements.argument(type.name(), field.name(), argument.name()), argument))
                    .toList();
            List<Directive> directives = marked(Elements.field(type.name(), field.name()), field.directives());
            fields.put(
                    field.name(),
                    new Field(field.name(), field.description(), arguments, field.type(), field.joins(), directives));
        }
        return fields;
    }

    private Map<String, InputType.InputField> inputFields(InputType type) {
        Map<String, InputType.InputField> fields = new LinkedHashMap<>();
        for (InputType.InputField field : type.fields().values()) {
            fields.put(
                    field.name(),
                    new InputType.InputField(
                            field.name(),
                            field.description(),
                            field.type(),
                            field.defaultValue(),
                            field.joins(),
                            marked(Elements.field(type.name(), field.name()), field.directives())));
        }
        return fields;
    }

    private Map<String, EnumType.EnumValue> values(EnumType type) {
        Map<String, EnumType.EnumValue> values = new LinkedHashMap<>();
        for (EnumType.EnumValue value : type.values().values()) {
            List<Directive> directives = marked(Elements.field(type.name(), value.name()), value.directives());
            values.put(
                    value.name(),
                    new EnumType.EnumValue(value.name(), value.description(), value.graphs(), directives));
        }
        return values;
    }

    private InputValueDefinition marked(String coordinate, InputValueDefinition value) {
        return new InputValueDefinition(
                value.description(),
                value.name(),
                value.type(),
                value.defaultValue(),
                marked(coordinate, value.directives()),
                value.position());
    }

    private List<Directive> marked(String coordinate, List<Directive> directives) {
        if (!hidden.has(coordinate) || directives.contains(inaccessible)) {
            return directives;
        }
        List<Directive> marked = new ArrayList<>(directives);
        marked.add(inaccessible);
        return marked;
    }

    private DirectiveDefinition definition() {
        List<String> locations = List.of(
                "FIELD_DEFINITION",
                "OBJECT",
                "INTERFACE",
                "UNION",
                "ARGUMENT_DEFINITION",
                "SCALAR",
                "ENUM",
                "ENUM_VALUE",
                "INPUT_OBJECT",
                "INPUT_FIELD_DEFINITION");
        return new DirectiveDefinition(null, inaccessible.name(), List.of(), false, locations, Position.NONE);
    }
}
