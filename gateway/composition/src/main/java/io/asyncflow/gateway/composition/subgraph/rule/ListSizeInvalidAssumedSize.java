package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.language.Value.IntValue;

/** LIST_SIZE_INVALID_ASSUMED_SIZE: no list is shorter than none. */
final class ListSizeInvalidAssumedSize implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        ListSizes.each(facts, (listSize, coordinate, field) -> {
            if (listSize.directive().argument("assumedSize") instanceof IntValue(String size)
                    && size.startsWith("-")
                    && !size.equals("-0")) {
                reporter.report(
                        ErrorCode.LIST_SIZE_INVALID_ASSUMED_SIZE,
                        "@listSize on \"%s\" assumes a size of %s; assume one that is not negative."
                                .formatted(coordinate, size),
                        listSize.directive(),
                        field);
            }
        });
    }
}
