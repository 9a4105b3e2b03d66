package io.asyncflow.gateway.composition.subgraph.graphql;

import io.asyncflow.gateway.composition.report.ErrorCode;
import io.asyncflow.gateway.composition.report.Reporter;
import io.asyncflow.gateway.composition.subgraph.draft.Applied;
import io.asyncflow.gateway.composition.subgraph.draft.Draft;
import io.asyncflow.gateway.composition.subgraph.draft.Rule;
import io.asyncflow.gateway.language.DirectiveDefinition;

/** A directive is applied to the kinds of things that its definition names. */
final class DirectivesStandWhereTheyMay implements Rule {

    @Override
    public void check(Draft draft, Reporter reporter) {
        draft.applications().forEach((name, applications) -> {
            DirectiveDefinition definition = draft.directive(name);
            if (definition != null) {
                applications.forEach(applied -> check(definition, applied, reporter));
            }
        });
    }

    private static void check(DirectiveDefinition definition, Applied applied, Reporter reporter) {
        if (!definition.locations().contains(applied.site().location())) {
            reporter.report(
                    ErrorCode.INVALID_GRAPHQL,
                    "%s cannot stand on %s; it belongs on %s."
                            .formatted(
                                    applied.shown(),
                                    applied.site().coordinate(),
                                    String.join(", ", definition.locations())),
                    applied.directive());
        }
    }
}
