package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.List;

/** No name starts with two underscores: introspection has those. */
final class NamesAreFree implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.types().values().forEach(type -> check(type, reporter));
        draft.header().directives().values().forEach(directive -> {
            check(directive.name(), directive, reporter);
            arguments(directive.arguments(), reporter);
        });
    }

    private static void check(TypeDefinition type, Reporter reporter) {
        check(type.name(), type, reporter);
        switch (type) {
            case FieldsDefinition fields ->
                fields.fields().forEach(field -> {
                    check(field.name(), field, reporter);
                    arguments(field.arguments(), reporter);
                });
            case InputDefinition input -> arguments(input.fields(), reporter);
            case EnumDefinition values -> values.values().forEach(value -> check(value.name(), value, reporter));
            case ScalarDefinition _, UnionDefinition _ -> {}
        }
    }

    private static void arguments(List<InputValueDefinition> arguments, Reporter reporter) {
        arguments.forEach(argument -> check(argument.name(), argument, reporter));
    }

    private static void check(String name, Node node, Reporter reporter) {
        if (name.startsWith("__")) {
            reporter.report(
                    ErrorCode.INVALID_GRAPHQL,
                    "The name \"%s\" starts with \"__\", which GraphQL keeps for introspection; choose another."
                            .formatted(name),
                    node);
        }
    }
}
