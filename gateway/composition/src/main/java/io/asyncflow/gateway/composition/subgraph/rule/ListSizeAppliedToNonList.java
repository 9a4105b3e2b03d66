package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Coordinate;
import io.asyncflow.gateway.language.FieldDefinition;
import io.asyncflow.gateway.language.TypeDefinition;
import java.util.List;

/** LIST_SIZE_APPLIED_TO_NON_LIST: what has a size is a list, be it the field or the fields it says are sized. */
final class ListSizeAppliedToNonList implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        ListSizes.each(facts, (listSize, coordinate, field) -> {
            List<String> sized = ListSizes.names(listSize, "sizedFields");
            if (sized.isEmpty() && !ListSizes.isList(field.type())) {
                wrong(coordinate, field, listSize, field, reporter);
            }
            TypeDefinition type = facts.draft().type(field.type());
            for (String name : sized) {
                FieldDefinition within = type == null ? null : facts.draft().field(type, name);
                if (type != null && within != null && !ListSizes.isList(within.type())) {
                    wrong(Coordinate.of(type, within), within, listSize, field, reporter);
                }
            }
        });
    }

    private static void wrong(
            Coordinate coordinate, FieldDefinition noList, Applied listSize, FieldDefinition field, Reporter reporter) {
        reporter.report(
                ErrorCode.LIST_SIZE_APPLIED_TO_NON_LIST,
                "@listSize on \"%s\" gives a size to \"%s\" of type %s; only lists have one."
                        .formatted(listSize.site().coordinate(), coordinate, noList.type()),
                listSize.directive(),
                field);
    }
}
