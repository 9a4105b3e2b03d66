package io.asyncflow.gateway.composition.merge.directive;

import io.asyncflow.gateway.composition.schema.SubgraphSchema;
import io.asyncflow.gateway.language.Directive;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of all directives that one subgraph applies anywhere. */
final class AppliedNames {

    private final Set<String> names = new LinkedHashSet<>();

    private AppliedNames() {}

    static Set<String> in(SubgraphSchema schema) {
        AppliedNames applied = new AppliedNames();
        applied.add(schema.schema().directives());
        schema.types().values().forEach(applied::addType);
        schema.directives().values().forEach(definition -> applied.addValues(definition.arguments()));
        return applied.names;
    }

    private void addType(TypeDefinition type) {
        add(type.directives());
        switch (type) {
            case FieldsDefinition fields ->
                fields.fields().forEach(field -> {
                    add(field.directives());
                    addValues(field.arguments());
                });
            case InputDefinition input -> addValues(input.fields());
            case EnumDefinition values -> values.values().forEach(value -> add(value.directives()));
            case ScalarDefinition _, UnionDefinition _ -> {}
        }
    }

    private void addValues(List<InputValueDefinition> values) {
        values.forEach(value -> add(value.directives()));
    }

    private void add(List<Directive> directives) {
        directives.forEach(directive -> names.add(directive.name()));
    }
}
