package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.language.InputValueDefinition;
import io.asyncflow.gateway.language.TypeRef;

/** LIST_SIZE_INVALID_SLICING_ARGUMENT: slicing arguments are there, and integers. */
final class ListSizeInvalidSlicingArgument implements FederationRule {

    @Override
    public void check(Facts facts, Reporter reporter) {
        ListSizes.each(facts, (listSize, coordinate, field) -> {
            for (String name : ListSizes.names(listSize, "slicingArguments")) {
                if (field.arguments().stream().noneMatch(argument -> isSlicing(argument, name))) {
                    reporter.report(
                            ErrorCode.LIST_SIZE_INVALID_SLICING_ARGUMENT,
                            "@listSize on \"%s\" slices by \"%s\", which is no argument of type Int or Int! there."
                                    .formatted(coordinate, name),
                            listSize.directive(),
                            field);
                }
            }
        });
    }

    private static boolean isSlicing(InputValueDefinition argument, String name) {
        return argument.name().equals(name) && argument.type().nullable().equals(TypeRef.named("Int"));
    }
}
