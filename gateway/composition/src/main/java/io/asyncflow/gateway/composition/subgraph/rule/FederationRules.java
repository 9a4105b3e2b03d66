package io.asyncflow.gateway.composition.subgraph.rule;

import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import java.util.List;

/** All rules of Federation for one subgraph. */
public final class FederationRules {

    private static final List<FederationRule> FIRST = List.of(new ProvidesPlacement(), new KeysOfInterfaces());

    private static final List<FederationRule> RULES = List.of(
            new KeyFields(),
            new RequiresFields(),
            new ProvidesFields(),
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
        for (FederationRule rule : FIRST) {
            rule.check(facts, reporter);
            if (reporter.hasGrave()) {
                return;
            }
        }
        RULES.forEach(rule -> rule.check(facts, reporter));
    }
}
