package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.List;

/** LIST_SIZE_INVALID_SIZED_FIELD: sized fields are fields of what the field gives. */
final class ListSizeInvalidSizedField implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        ListSizes.each(facts, (listSize, coordinate, field) -> {
            TypeDefinition type = facts.draft().type(field.type());
            List<String> sized = ListSizes.names(listSize, "sizedFields");
            if (!sized.isEmpty() && !Draft.isComposite(type)) {
                wrong(
                        "\"%s\" is of type %s, which has no fields".formatted(coordinate, field.type()),
                        listSize,
                        field,
                        reporter);
                return;
            }
            for (String name : sized) {
                if (type != null && facts.draft().field(type, name) == null) {
                    wrong("\"%s\" has no field \"%s\"".formatted(type.name(), name), listSize, field, reporter);
                }
            }
        });
    }

    private static void wrong(String problem, Applied listSize, FieldDefinition field, Reporter reporter) {
        reporter.report(
                ErrorCode.LIST_SIZE_INVALID_SIZED_FIELD,
                "The sizedFields of @listSize on \"%s\" cannot be: %s; name list fields of its type."
                        .formatted(listSize.site().coordinate(), problem),
                listSize.directive(),
                field);
    }
}
