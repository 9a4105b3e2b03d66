package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.OperationType;
import io.asyncflow.gateway.language.TypeDefinition;
import io.asyncflow.gateway.language.TypeDefinition.EnumDefinition;
import io.asyncflow.gateway.language.TypeDefinition.FieldsDefinition;
import io.asyncflow.gateway.language.TypeDefinition.InputDefinition;
import io.asyncflow.gateway.language.TypeDefinition.ScalarDefinition;
import io.asyncflow.gateway.language.TypeDefinition.UnionDefinition;
import org.jspecify.annotations.Nullable;

/** No type is empty, except for a query type: Federation gives that one its fields. */
final class TypesHaveMembers implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        String query = draft.root(OperationType.QUERY);
        for (TypeDefinition type : draft.types().values()) {
            String missing = missing(type);
            if (missing != null && !type.name().equals(query)) {
                reporter.report(
                        ErrorCode.INVALID_GRAPHQL,
                        "Type \"%s\" has no %s; give it some, or remove it.".formatted(type.name(), missing),
                        type);
            }
        }
    }

    private static @Nullable String missing(TypeDefinition type) {
        return switch (type) {
            case FieldsDefinition fields -> fields.fields().isEmpty() ? "fields" : null;
            case InputDefinition input -> input.fields().isEmpty() ? "fields" : null;
            case EnumDefinition values -> values.values().isEmpty() ? "values" : null;
            case UnionDefinition union -> union.members().isEmpty() ? "members" : null;
            case ScalarDefinition _ -> null;
        };
    }
}
