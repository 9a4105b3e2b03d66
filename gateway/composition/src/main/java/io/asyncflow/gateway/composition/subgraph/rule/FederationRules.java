package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** All rules of Federation for one subgraph. */
public final class FederationRules {

    /** After these the fields that were to be provided seem unused, which would only mislead. */
    private static final Set<ErrorCode> MISPLACED_PROVIDES =
            EnumSet.of(ErrorCode.PROVIDES_ON_NON_OBJECT_FIELD, ErrorCode.EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE);

    private static final FederationRule PROVIDES = new ProvidesFields();

    private static final List<FederationRule> RULES = List.of(
            new KeyFields(),
            new RequiresFields(),
            PROVIDES,
            new ContextNameInvalid(),
            new FromContext(),
            new ExternalOnInterface(),
            new ExternalUnused(),
            new InterfaceKeyNotOnImplementation(),
            new InterfaceObjectUsage(),
            new InvalidShareableUsage(),
            new CostAppliedToInterfaceField(),
            new ListSizeAppliedToNonList(),
            new ListSizeInvalidAssumedSize(),
            new ListSizeInvalidSlicingArgument(),
            new ListSizeInvalidSizedField(),
            new AuthRequirementsAppliedOnInterface());

    private FederationRules() {}

    public static void check(Draft draft, Reporter reporter) {
        Facts facts = Facts.of(draft);
        for (FederationRule rule : RULES) {
            rule.check(facts, reporter);
            if (rule == PROVIDES && reporter.has(MISPLACED_PROVIDES)) {
                return;
            }
        }
    }
}
