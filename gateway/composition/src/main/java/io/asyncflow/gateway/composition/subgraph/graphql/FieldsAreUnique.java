package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.Node;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A type has each of its fields once. */
final class FieldsAreUnique implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        for (TypeDefinition type : draft.types().values()) {
            switch (type) {
                case FieldsDefinition fields -> check(type, fields.fields(), FieldDefinition::name, reporter);
                case InputDefinition input -> check(type, input.fields(), InputValueDefinition::name, reporter);
                case ScalarDefinition _, UnionDefinition _, EnumDefinition _ -> {}
            }
        }
    }

    private static <T extends Node> void check(
            TypeDefinition type, List<T> fields, Function<T, String> name, Reporter reporter) {
        Map<String, T> seen = new HashMap<>();
        for (T field : fields) {
            T before = seen.putIfAbsent(name.apply(field), field);
            if (before != null) {
                reporter.reportGrave(
                        ErrorCode.INVALID_GRAPHQL,
                        "\"%s\" has the field \"%s\" twice; remove one of them."
                                .formatted(type.name(), name.apply(field)),
                        before,
                        field);
            }
        }
    }
}
