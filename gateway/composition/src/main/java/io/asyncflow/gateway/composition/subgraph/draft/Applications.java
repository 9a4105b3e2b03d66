package io.asyncflow.gateway.composition.subgraph.draft;

import io.asyncflow.gateway.composition.subgraph.draft.Site.OnArgument;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnDirectiveArgument;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnEnumValue;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnInputField;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnSchema;
import io.asyncflow.gateway.composition.subgraph.draft.Site.OnType;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.DirectiveDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All directives that a draft applies, by their names, in the order of its text. */
final class Applications {

    private final Map<String, List<Applied>> byName = new LinkedHashMap<>();

    static Map<String, List<Applied>> of(Header header, Iterable<List<TypeDefinition>> parts) {
        Applications found = new Applications();
        found.add(header.schema().directives(), new OnSchema(header.schema()));
        for (DirectiveDefinition directive : header.directives().values()) {
            directive
                    .arguments()
                    .forEach(
                            argument -> found.add(argument.directives(), new OnDirectiveArgument(directive, argument)));
        }
        parts.forEach(ofOne -> ofOne.forEach(found::type));
        return found.byName;
    }

    private void type(TypeDefinition type) {
        add(type.directives(), new OnType(type));
        switch (type) {
            case FieldsDefinition fields -> fields(fields);
            case InputDefinition input ->
                input.fields().forEach(field -> add(field.directives(), new OnInputField(input, field)));
            case EnumDefinition enumeration ->
                enumeration.values().forEach(value -> add(value.directives(), new OnEnumValue(enumeration, value)));
            case ScalarDefinition _, UnionDefinition _ -> {}
        }
    }

    private void fields(FieldsDefinition type) {
        type.fields().forEach(field -> {
            add(field.directives(), new OnField(type, field));
            field.arguments().forEach(argument -> add(argument.directives(), new OnArgument(type, field, argument)));
        });
    }

    private void add(List<Directive> directives, Site site) {
        for (Directive directive : directives) {
            byName.computeIfAbsent(directive.name(), _ -> new ArrayList<>()).add(new Applied(directive, site));
        }
    }
}
